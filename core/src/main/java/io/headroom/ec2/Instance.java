package io.headroom.ec2;

/**
 * One machine of one run, from its launch to its end. Two instances are equal only if they are the
 * same.
 */
public final class Instance {
  private static final long NEVER = -1;

  private final String id;
  private final String group;
  private final String zone;
  private final LaunchConfiguration configuration;
  private final Server server;
  private final InstanceListener listener;
  private final long launchNanos;
  private final int ordinal;
  private InstanceState state = InstanceState.PENDING;
  private long runningNanos = NEVER;
  private long answeringNanos = NEVER;
  private long endNanos = NEVER;
  private boolean impaired;

  Instance(
      String id, Placement placement, Server server, InstanceListener listener, long launchNanos) {
    this.id = id;
    this.group = placement.group();
    this.zone = placement.zone();
    this.configuration = placement.configuration();
    this.server = server;
    this.ordinal = placement.ordinal();
    this.listener = listener;
    this.launchNanos = launchNanos;
  }

  /** What is launched, where and for whom; the ordinal counts the launches of the group from 1. */
  record Placement(LaunchConfiguration configuration, String zone, String group, int ordinal) {}

  /** Returns the instance's id, {@code i-} and 17 hexadecimal digits. */
  public String id() {
    return id;
  }

  /** Returns the name of the group that launched it. */
  public String group() {
    return group;
  }

  /** Returns which launch of its group it is, from 1. */
  public int ordinal() {
    return ordinal;
  }

  /** Returns its Availability Zone. */
  public String zone() {
    return zone;
  }

  /** Returns what it was launched from. */
  public LaunchConfiguration configuration() {
    return configuration;
  }

  /** Returns its serving side. */
  public Server server() {
    return server;
  }

  /** Returns its state. */
  public InstanceState state() {
    return state;
  }

  /** Returns when EC2 accepted the launch, in nanoseconds since the start of the run. */
  public long launchNanos() {
    return launchNanos;
  }

  /** Returns when it went to running, -1 if it has not yet; billing starts there. */
  public long runningNanos() {
    return runningNanos;
  }

  /** Returns when its application first answered, -1 if it has not yet. */
  public long answeringNanos() {
    return answeringNanos;
  }

  /** Returns when its termination began, -1 if it has not; billing ends there. */
  public long endNanos() {
    return endNanos;
  }

  /** Returns whether its status check fails. */
  public boolean impaired() {
    return impaired;
  }

  void run(long nowNanos) {
    state = InstanceState.RUNNING;
    runningNanos = nowNanos;
    listener.running(this);
  }

  void answer(long nowNanos) {
    server.condition(nowNanos, Server.Condition.OPEN);
    if (answeringNanos == NEVER) {
      answeringNanos = nowNanos;
      listener.answering(this);
    }
  }

  void impair(boolean newImpaired) {
    impaired = newImpaired;
  }

  void shutDown(long nowNanos) {
    state = InstanceState.SHUTTING_DOWN;
    endNanos = nowNanos;
  }

  void terminate() {
    state = InstanceState.TERMINATED;
    listener.terminated(this);
  }

  @Override
  public String toString() {
    return id;
  }
}
