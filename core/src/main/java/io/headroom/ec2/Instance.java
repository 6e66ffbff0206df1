package io.headroom.ec2;

import java.util.ArrayList;
import java.util.List;

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
  private long volumesNanos = NEVER;
  private long endNanos = NEVER;
  private long recommendedNanos = NEVER;
  private long noticeNanos = NEVER;
  private boolean impaired;
  private boolean answering;
  private long bootedNanos;
  private long readyNanos;
  private final List<Span> spans = new ArrayList<>();
  private boolean interrupted;

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

  /** A stretch in which it ran, from running to stopping or shutting down. */
  record Span(long fromNanos, long toNanos) {}

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

  /** Returns when it last went to running, -1 if it has not yet; billing starts there. */
  public long runningNanos() {
    return runningNanos;
  }

  /** Returns when its application first answered since it was last started, -1 if not yet. */
  public long answeringNanos() {
    return answeringNanos;
  }

  /** Returns when its termination began, -1 if it has not; billing ends there. */
  public long endNanos() {
    return endNanos;
  }

  /** Returns whether its application answers now. */
  public boolean isAnswering() {
    return answering && !impaired && state == InstanceState.RUNNING;
  }

  /** Returns the stretches in which it ran, in order; one that lasts ends at the given instant. */
  List<Span> spans(long nowNanos) {
    List<Span> all = new ArrayList<>(spans);
    if (state == InstanceState.RUNNING) {
      all.add(new Span(runningNanos, nowNanos));
    }
    return all;
  }

  /** Returns whether its status check fails. */
  public boolean impaired() {
    return impaired;
  }

  /** Returns since when its volumes exist, -1 if it has never run. */
  long volumesNanos() {
    return volumesNanos;
  }

  /** It was stopped before the run began. */
  void stoppedSince(long nowNanos) {
    state = InstanceState.STOPPED;
    volumesNanos = nowNanos;
  }

  /** Returns when its replacement was recommended, -1 if it has not been. */
  public long recommendedNanos() {
    return recommendedNanos;
  }

  /** Returns when its interruption was announced, -1 if it has not been. */
  public long noticeNanos() {
    return noticeNanos;
  }

  /** Returns whether EC2 itself ended it, rather than its owner. */
  public boolean interrupted() {
    return interrupted;
  }

  void recommend(long nowNanos) {
    if (recommendedNanos == NEVER) {
      recommendedNanos = nowNanos;
      listener.rebalanceRecommended(this);
    }
  }

  void notice(long nowNanos) {
    noticeNanos = nowNanos;
    recommend(nowNanos);
    listener.interruptionNoticed(this);
  }

  void interrupt() {
    interrupted = true;
  }

  void run(long nowNanos) {
    state = InstanceState.RUNNING;
    volumesNanos = volumesNanos == NEVER ? nowNanos : volumesNanos;
    runningNanos = nowNanos;
    listener.running(this);
  }

  /** Notes when the machine will have booted, and when its application will be ready. */
  void boots(long newBootedNanos, long newReadyNanos) {
    bootedNanos = newBootedNanos;
    readyNanos = newReadyNanos;
  }

  long bootedNanos() {
    return bootedNanos;
  }

  long readyNanos() {
    return readyNanos;
  }

  void answer(long nowNanos) {
    server.condition(nowNanos, Server.Condition.OPEN);
    if (!answering) {
      answering = true;
      answeringNanos = nowNanos;
      listener.answering(this);
    }
  }

  void impair(boolean newImpaired) {
    impaired = newImpaired;
  }

  void stop(long nowNanos) {
    endSpan(nowNanos);
    state = InstanceState.STOPPING;
  }

  void stopped() {
    state = InstanceState.STOPPED;
    listener.stopped(this);
  }

  void start() {
    state = InstanceState.PENDING;
  }

  void shutDown(long nowNanos) {
    endSpan(nowNanos);
    state = InstanceState.SHUTTING_DOWN;
    endNanos = nowNanos;
  }

  private void endSpan(long nowNanos) {
    if (state == InstanceState.RUNNING) {
      spans.add(new Span(runningNanos, nowNanos));
    }
    answering = false;
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
