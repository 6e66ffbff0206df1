package io.headroom.ec2;

import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The serving side of one machine: workers, accept queue and vCPUs.
 *
 * <p>The machine knows when its next request ends. Whether anybody else has to know depends: a
 * machine that is <em>followed</em> (a health check is under way, somebody waits for it to become
 * idle) keeps its leaf of the tree of all ends up to date, and the traffic plane ends each request
 * in its turn. On any other machine nobody can tell whether a request has ended until he looks:
 * ends are settled when the next request arrives, when a reading is taken, or before a router that
 * counts requests under way chooses; among many machines it cannot look at all of them, and they
 * are followed. Each end still has its own instant. And where an end is certain from the arrival,
 * the machine holds no request at all, only its {@linkplain PlannedRequests plan}.
 *
 * <p>Under processor sharing the keys of the requests {@linkplain InService in service} are virtual
 * times, which run at the speed of each request, min(1, vCPUs / requests in service): a change of
 * speed moves no key. In order of arrival they are the instants of the ends. Not thread-safe.
 */
public final class Server {
  private final int slot;
  private final int group;
  private final boolean sharing;
  private final int vCpus;
  private final int workers;
  private final int queueLimit;
  private final ServerPool pool;
  private final Requests requests;
  private final InService served = new InService();
  private final AcceptQueue waiting = new AcceptQueue();

  private final Planning planning;

  /** What is planned, null while each request has a row. */
  private @Nullable PlannedRequests plan;

  private int inService;

  /** When the next request ends, {@link WinnerTree#IDLE} if none is in service or work is still. */
  private long nextEndNanos = WinnerTree.IDLE;

  /** For how many reasons somebody has to know about the ends on this machine. */
  private int observers;

  /** How many of them are routers, which look only when they choose. */
  private int counters;

  /** Of the vCPUs under sharing, of the workers in order of arrival. */
  private final BusyTime busyTime = new BusyTime();

  /** Of each request under sharing. */
  private final VirtualTime virtual = new VirtualTime();

  /** How fast each vCPU runs, and what that makes of time. */
  private double share = 1;

  private double slowdownPerRequest;

  private Condition condition = Condition.CLOSED;
  private boolean watched;
  private long bytesIn;
  private long bytesOut;

  /** What happens to a request that reaches the machine. */
  public enum Condition {
    /** The port is closed: refused at once. */
    CLOSED,
    /** The port answers health checks, but the application is not ready: all else is refused. */
    STARTING,
    /** The application answers. */
    OPEN,
    /** The machine neither answers nor refuses, and its work stands still. */
    SILENT
  }

  Server(int slot, int group, LaunchConfiguration launch, ServerPool pool) {
    this.slot = slot;
    this.group = group;
    this.pool = pool;
    requests = pool.requests();
    ServiceModel model = launch.service();
    vCpus = launch.type().vCpus();
    sharing = model.discipline() == Discipline.PROCESSOR_SHARING;
    workers = model.workers().workers(vCpus);
    queueLimit = model.acceptQueue();
    slowdownPerRequest = 1.0 / vCpus;
    int planLimit = sharing ? 0 : PlannedRequests.limit(workers, queueLimit);
    planning = new Planning(this, workers, planLimit);
  }

  /** Returns the number of the machine in the run's table, used again after its end. */
  public int slot() {
    return slot;
  }

  /** Returns the number of the machine's group. */
  public int group() {
    return group;
  }

  /** Returns what happens to a request that reaches the machine. */
  public Condition condition() {
    return condition;
  }

  /** Returns whether the application answers. */
  public boolean isOpen() {
    return condition == Condition.OPEN;
  }

  /** Returns the requests in service or waiting. */
  public int inFlight(long nowNanos) {
    settle(nowNanos);
    return plan != null ? plan.inFlight() : inService + waiting.size();
  }

  /** Counts the bytes of a request and of its response. */
  public void transfer(long requestBytes, long responseBytes) {
    bytesIn += requestBytes;
    bytesOut += responseBytes;
  }

  /** Returns the bytes received since the machine was created. */
  public long bytesIn() {
    return bytesIn + (plan == null ? 0 : plan.bytesIn());
  }

  /** Returns the bytes sent since the machine was created. */
  public long bytesOut() {
    return bytesOut + (plan == null ? 0 : plan.bytesOut());
  }

  /** Returns whether somebody waits for the machine to become idle. */
  public boolean isWatched() {
    return watched;
  }

  /** Asks for news of every request that ends. */
  public void watch(long nowNanos) {
    watched = true;
    follow(nowNanos);
  }

  /** Asks for each end of a request to be an event of its own; to be taken back as often. */
  public void follow(long nowNanos) {
    unplan(nowNanos);
    observers++;
    pool.note(this, WinnerTree.IDLE);
    announce(nextEndNanos);
  }

  /**
   * Asks for the ends of requests for a router that counts those under way. They are events only
   * among many machines, unless they are planned; among a few {@link ServerPool#nextDue} finds the
   * machines that have some.
   */
  public void countEnds(long nowNanos) {
    unplan(nowNanos);
    observers++;
    counters++;
    announce(nextEndNanos);
  }

  /** Takes {@link #follow} back. */
  public void unfollow() {
    observers--;
    if (!isFollowed()) {
      pool.plan(this, WinnerTree.IDLE);
    }
    announce(nextEndNanos);
  }

  /** Returns whether somebody has to know about each end of a request. */
  public boolean isObserved() {
    return observers > 0;
  }

  /** Returns whether each end of a request is an event of its own. */
  private boolean isFollowed() {
    return observers > counters || (observers > 0 && pool.isLarge());
  }

  /** Returns when the next request ends, {@link WinnerTree#IDLE} if none will as things are. */
  public long nextEndNanos() {
    return nextEndNanos;
  }

  /** Lets requests end that are due and that nobody has asked about so far. */
  void settle(long nowNanos) {
    if (plan != null || (nextEndNanos <= nowNanos && !isFollowed())) {
      pool.settle(this, nowNanos);
    }
  }

  /** Settles, and makes rows of what is planned, as it may come otherwise from now on. */
  void unplan(long nowNanos) {
    settle(nowNanos);
    if (plan != null) {
      pool.unplan(this, nowNanos);
    }
  }

  /** Returns what is planned on the machine, null if each of its requests has a row. */
  public @Nullable PlannedRequests plan() {
    return plan;
  }

  /** Returns when the machine plans and when not. */
  public Planning planning() {
    return planning;
  }

  /** Returns whether the ends of requests in service, if any, depend on nothing but the clock. */
  boolean isUndisturbed() {
    return observers == counters && waiting.isEmpty() && condition == Condition.OPEN && share == 1;
  }

  int inService() {
    return inService;
  }

  void forEachInService(InService.Visitor visitor) {
    served.forEach(visitor);
  }

  /** Plans from now on; the rows of the requests in service are given back. */
  void plan(PlannedRequests newPlan, PlannedRequests.Labels labels) {
    served.forEach(
        (request, endNanos) -> {
          long arrivalNanos = requests.arrivalNanos(request);
          newPlan.takeOver(arrivalNanos, endNanos, labels.label(request, endNanos));
          busyTime.foresee(endNanos);
          requests.release(request);
        });
    served.clear();
    inService = 0;
    announce(WinnerTree.IDLE);
    plan = newPlan;
    pool.setPlan(slot, newPlan);
  }

  /** Plans no longer; all that was planned counts as done until it is restored. */
  void forgetPlan() {
    PlannedRequests former = Objects.requireNonNull(plan);
    plan = null;
    pool.setPlan(slot, null);
    nextEndNanos = WinnerTree.IDLE;
    busyTime.add(former.workNanos());
    transfer(former.bytesIn(), former.bytesOut());
  }

  /** Gives an entry of the former plan a row, which is returned. */
  int restore(PlannedRequests old, int entry, long nowNanos) {
    long endNanos = old.endNanos(entry);
    int request = requests.take(old.arrivalNanos(entry), old.demandNanos(entry));
    if (old.startNanos(entry) > nowNanos) {
      busyTime.add(-old.demandNanos(entry));
      waiting.add(request);
    } else {
      busyTime.recall(endNanos);
      inService++;
      served.take(request, endNanos);
    }
    return request;
  }

  /** Notes when the request in service ends that does so first. */
  void announceNext() {
    announce(served.smallest());
  }

  /** Makes an event of the end of a health check that is planned. */
  void planCheck(long endNanos) {
    nextEndNanos = endNanos;
    pool.plan(this, endNanos);
  }

  /** Returns whether one more request would be refused, as of the last end or arrival. */
  public boolean isFull() {
    return inService >= workers && waiting.size() >= queueLimit;
  }

  /**
   * Opens, closes or silences the machine. Work of a silent machine stands still until it opens.
   *
   * @param nowNanos the simulated time
   * @param newCondition what happens to requests from now on
   */
  public void condition(long nowNanos, Condition newCondition) {
    unplan(nowNanos);
    boolean wasSilent = condition == Condition.SILENT;
    boolean isSilent = newCondition == Condition.SILENT;
    condition = newCondition;
    if (isSilent && !wasSilent) {
      virtual.pass(nowNanos);
      setPace(nowNanos);
      announce(WinnerTree.IDLE);
    } else if (wasSilent && !isSilent) {
      resume(nowNanos);
    }
  }

  private void resume(long nowNanos) {
    long stoodStillNanos = nowNanos - virtual.lastNanos();
    virtual.pass(nowNanos);
    setPace(nowNanos);
    if (!sharing) {
      served.move(end -> end + stoodStillNanos);
    }
    next(served.smallest());
  }

  /**
   * Sets how fast each vCPU runs from now on; work under way goes on at the new speed, and busy
   * time grows with it.
   *
   * @param nowNanos the simulated time
   * @param newShare the share of full speed, above 0 and at most 1
   * @throws IllegalArgumentException if the share is out of range
   */
  public void throttle(long nowNanos, double newShare) {
    if (!(newShare > 0 && newShare <= 1)) {
      throw new IllegalArgumentException("share must be in (0, 1], was " + newShare);
    }
    Condition present = condition;
    condition(nowNanos, Condition.SILENT);
    busyTime.share(nowNanos, newShare);
    double stretch = share / newShare;
    share = newShare;
    slowdownPerRequest = 1 / (vCpus * newShare);
    if (!sharing) {
      // What is left is measured from the instant at which the machine was paused.
      long pausedNanos = virtual.lastNanos();
      served.move(end -> pausedNanos + (long) Math.ceil((end - pausedNanos) * stretch));
    }
    condition(nowNanos, present);
  }

  /**
   * Takes a request into service or into the accept queue.
   *
   * @param nowNanos the simulated time
   * @param request the row of the request
   * @return whether there was room
   */
  public boolean offer(long nowNanos, int request) {
    return offer(nowNanos, request, requests.demandNanos(request));
  }

  /** Takes a request whose demand the caller knows; see {@link #offer(long, int)}. */
  public boolean offer(long nowNanos, int request, long demandNanos) {
    if (inService < workers) {
      inService++;
      next(served.take(request, key(nowNanos, demandNanos)));
      return true;
    }
    if (waiting.size() < queueLimit) {
      waiting.add(request);
      return true;
    }
    return false;
  }

  /** Begins a request: the key of its end. */
  private long key(long nowNanos, long demandNanos) {
    if (sharing) {
      virtual.pass(nowNanos);
      setPace(nowNanos);
      return virtual.keyAfter(demandNanos);
    }
    busyTime.set(nowNanos, inService);
    return nowNanos + (share == 1 ? demandNanos : (long) Math.ceil(demandNanos / share));
  }

  /**
   * Ends the request that is due next, at {@link #nextEndNanos()}, and begins the next waiting one.
   *
   * @return the request that ended
   */
  public int end() {
    long nowNanos = nextEndNanos;
    int ended = served.request();
    if (waiting.isEmpty()) {
      inService--;
      finish(nowNanos);
      next(served.vacate());
    } else {
      int next = waiting.remove();
      next(served.replace(next, key(nowNanos, requests.demandNanos(next))));
    }
    return ended;
  }

  private void finish(long nowNanos) {
    if (sharing) {
      virtual.pass(nowNanos);
      if (inService == 0) {
        virtual.reset();
      }
      setPace(nowNanos);
    } else {
      busyTime.set(nowNanos, inService);
    }
  }

  /** Notes the key of the next end. */
  private void next(long key) {
    boolean isVirtual = sharing && key != InService.IDLE;
    double slowdown = Math.max(inService, vCpus) * slowdownPerRequest;
    announce(isVirtual ? virtual.clockOf(key, slowdown) : key);
  }

  private void announce(long endNanos) {
    nextEndNanos = endNanos;
    if (observers > 0) {
      if (isFollowed()) {
        pool.plan(this, endNanos);
      } else {
        pool.note(this, endNanos);
      }
    }
  }

  /** Says again when the next request ends, as the machines have become many. */
  void announceAgain() {
    announce(nextEndNanos);
  }

  /** Drops every request in service or waiting and hands each to the consumer. */
  public void cut(long nowNanos, IntConsumer dropped) {
    unplan(nowNanos);
    forEach(dropped);
    virtual.pass(nowNanos);
    inService = 0;
    virtual.reset();
    waiting.clear();
    served.clear();
    setPace(nowNanos);
    announce(WinnerTree.IDLE);
  }

  /** Hands every request in service or waiting to the consumer, as of the last end or arrival. */
  public void forEach(IntConsumer consumer) {
    served.forEach((request, key) -> consumer.accept(request));
    waiting.forEach(consumer);
  }

  /** Sets how fast the machine works from now on; under sharing the vCPUs are divided evenly. */
  private void setPace(long nowNanos) {
    boolean works = condition != Condition.SILENT;
    virtual.pace(sharing && works ? vCpus * share / Math.max(inService, vCpus) : 0);
    busyTime.set(nowNanos, !works ? 0 : sharing ? Math.min(inService, vCpus) : inService);
  }

  /**
   * Adds busy time of work that comes by another way than requests.
   *
   * @param vCpuNanos for how long how many vCPUs were busy, in nanoseconds summed over them
   */
  public void charge(long vCpuNanos) {
    busyTime.add(vCpuNanos * busyUnits() / vCpus);
  }

  /**
   * Returns the time that workers or vCPUs were busy since the machine was created, in nanoseconds
   * summed over them.
   */
  public long busyNanos(long nowNanos) {
    settle(nowNanos);
    return busyTime.at(nowNanos) + (plan == null ? 0 : plan.workedNanos(nowNanos));
  }

  /**
   * Returns how much busy time a nanosecond can bring at most: the vCPUs, or the workers where
   * there are more of them (they then share a vCPU, and all busy is 100 %).
   */
  public int busyUnits() {
    return sharing ? vCpus : Math.max(workers, vCpus);
  }
}
