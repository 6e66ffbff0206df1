package io.headroom.ec2;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.LongUnaryOperator;

/**
 * The serving side of one machine: workers, accept queue and vCPUs.
 *
 * <p>The machine keeps its own leaves of the tree of all ends up to date. In order of arrival each
 * of a few workers has a leaf, which holds the instant at which it will be done. Under processor
 * sharing, or with many workers, the machine has one leaf for its next end, and finds that in a
 * {@link Tournament} of the requests in service. Under sharing its keys are virtual times, which
 * run at the speed of each request, min(1, vCPUs / requests in service): a change of speed moves no
 * key. The place given back last is taken first, and of two requests with one end the smaller place
 * is first. Not thread-safe.
 */
public final class Server {
  /** Up to so many workers have a leaf each. */
  private static final int MOST_LEAVES = 16;

  private static final int FIRST_PLACES = 4;
  private static final int FREE = -1;

  private final int slot;
  private final int group;
  private final boolean sharing;
  private final int leaves;
  private final boolean leafForEachWorker;
  private final int vCpus;
  private final int workers;
  private final int queueLimit;
  private final Requests requests;
  private final WinnerTree tree;
  private final Tournament ends;

  /** The request in each place. */
  private int[] running;

  /** From {@code inService} on: the places that are free, the next one to be taken first. */
  private int[] free;

  private int inService;
  private int queued;
  private int first;
  private int[] waiting = new int[4];

  /** How many vCPUs or workers are busy, and their busy time less {@code busy} times the clock. */
  private int busy;

  private long busyLedgerNanos;

  /** Under sharing: virtual time, when it was that, and how fast it runs since. */
  private double virtualNanos;

  private long lastNanos;
  private double speed;

  /** How fast each vCPU runs, what that makes of time, and the busy time until it was set. */
  private double share = 1;

  private double slowdownPerRequest;
  private long settledNanos;

  /** What the leaves held when the machine fell silent. */
  private final long[] paused;

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
    requests = pool.requests();
    tree = pool.ends();
    ServiceModel model = launch.service();
    vCpus = launch.type().vCpus();
    sharing = model.discipline() == Discipline.PROCESSOR_SHARING;
    workers = model.workers().workers(vCpus);
    queueLimit = model.acceptQueue();
    slowdownPerRequest = 1.0 / vCpus;
    leaves = leaves(launch);
    paused = new long[leaves];
    leafForEachWorker = leaves == workers && !sharing;
    ends = new Tournament(leafForEachWorker ? 1 : FIRST_PLACES);
    running = new int[leafForEachWorker ? workers : FIRST_PLACES];
    free = new int[running.length];
    Arrays.fill(running, FREE);
    Arrays.setAll(free, place -> place);
  }

  /** Returns how many leaves of the tree a machine takes. */
  static int leaves(LaunchConfiguration launch) {
    int workers = launch.service().workers().workers(launch.type().vCpus());
    boolean sharing = launch.service().discipline() == Discipline.PROCESSOR_SHARING;
    return sharing || workers > MOST_LEAVES ? 1 : workers;
  }

  int leaves() {
    return leaves;
  }

  /**
   * Returns the number of the machine in the run's table: its first leaf, used again after its end.
   */
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
  public int inFlight() {
    return inService + queued;
  }

  /** Counts the bytes of a request and of its response. */
  public void transfer(long requestBytes, long responseBytes) {
    bytesIn += requestBytes;
    bytesOut += responseBytes;
  }

  /** Returns the bytes received since the machine was created. */
  public long bytesIn() {
    return bytesIn;
  }

  /** Returns the bytes sent since the machine was created. */
  public long bytesOut() {
    return bytesOut;
  }

  /** Returns whether somebody waits for the machine to become idle. */
  public boolean isWatched() {
    return watched;
  }

  /** Asks for news of every request that ends. */
  public void watch() {
    watched = true;
  }

  /** Returns whether one more request would be refused. */
  public boolean isFull() {
    return inService >= workers && queued >= queueLimit;
  }

  /**
   * Opens, closes or silences the machine. Work of a silent machine stands still until it opens.
   *
   * @param nowNanos the simulated time
   * @param newCondition what happens to requests from now on
   */
  public void condition(long nowNanos, Condition newCondition) {
    boolean wasSilent = condition == Condition.SILENT;
    boolean isSilent = newCondition == Condition.SILENT;
    condition = newCondition;
    if (isSilent && !wasSilent) {
      pause(nowNanos);
    } else if (wasSilent && !isSilent) {
      resume(nowNanos);
    }
  }

  private void pause(long nowNanos) {
    touch(nowNanos);
    setPace(nowNanos);
    for (int leaf = 0; leaf < leaves; leaf++) {
      paused[leaf] = tree.dueNanos(slot + leaf);
      tree.set(slot + leaf, WinnerTree.IDLE);
    }
  }

  private void resume(long nowNanos) {
    long stoodStillNanos = nowNanos - lastNanos;
    touch(nowNanos);
    setPace(nowNanos);
    if (!leafForEachWorker) {
      ends.move(key -> sharing ? key : key + stoodStillNanos);
      plan(ends.smallest());
      return;
    }
    for (int place = 0; place < workers; place++) {
      if (running[place] != FREE) {
        tree.set(slot + place, paused[place] + stoodStillNanos);
      }
    }
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
    settledNanos = busyNanos(nowNanos);
    busyLedgerNanos = 0;
    double stretch = share / newShare;
    share = newShare;
    slowdownPerRequest = 1 / (vCpus * newShare);
    if (!sharing) {
      // What is left is measured from the instant at which the machine was paused.
      LongUnaryOperator longer = end -> lastNanos + (long) Math.ceil((end - lastNanos) * stretch);
      ends.move(longer);
      Arrays.setAll(
          paused,
          leaf ->
              paused[leaf] == WinnerTree.IDLE ? paused[leaf] : longer.applyAsLong(paused[leaf]));
    }
    condition(nowNanos, present);
  }

  /**
   * Takes a request into service or into the accept queue.
   *
   * @return whether there was room
   */
  public boolean offer(long nowNanos, int request) {
    return offer(nowNanos, request, requests.demandNanos(request));
  }

  /** Takes a request whose demand the caller knows; see {@link #offer(long, int)}. */
  public boolean offer(long nowNanos, int request, long demandNanos) {
    if (inService < workers) {
      if (inService == running.length) {
        addPlaces();
      }
      int place = free[inService++];
      running[place] = request;
      start(place, nowNanos, demandNanos);
      return true;
    }
    if (queued < queueLimit) {
      enqueue(request);
      return true;
    }
    return false;
  }

  private void addPlaces() {
    int places = 2 * running.length;
    ends.grow();
    running = Arrays.copyOf(running, places);
    Arrays.fill(running, inService, places, FREE);
    free = Arrays.copyOf(free, places);
    for (int place = inService; place < places; place++) {
      free[place] = place;
    }
  }

  private void start(int place, long nowNanos, long demandNanos) {
    if (leafForEachWorker) {
      setBusy(nowNanos, inService);
      tree.set(slot + place, nowNanos + atPresentSpeed(demandNanos));
    } else if (sharing) {
      touch(nowNanos);
      setPace(nowNanos);
      double end = virtualNanos + demandNanos;
      plan(ends.set(place, Double.doubleToRawLongBits(end)));
    } else {
      setBusy(nowNanos, inService);
      plan(ends.set(place, nowNanos + atPresentSpeed(demandNanos)));
    }
  }

  private long atPresentSpeed(long demandNanos) {
    return share == 1 ? demandNanos : (long) Math.ceil(demandNanos / share);
  }

  private void enqueue(int request) {
    if (queued == waiting.length) {
      int[] longer = new int[2 * queued];
      for (int i = 0; i < queued; i++) {
        longer[i] = waiting[(first + i) & (queued - 1)];
      }
      waiting = longer;
      first = 0;
    }
    waiting[(first + queued++) & (waiting.length - 1)] = request;
  }

  /**
   * Ends the request that is due and starts the next waiting one.
   *
   * @param leaf the leaf of this machine that is due
   * @param nowNanos when it is due
   * @return the request that ended
   */
  public int end(int leaf, long nowNanos) {
    int place = leafForEachWorker ? leaf - slot : ends.winner();
    int ended = running[place];
    if (queued > 0) {
      int next = waiting[first];
      first = (first + 1) & (waiting.length - 1);
      queued--;
      running[place] = next;
      start(place, nowNanos, requests.demandNanos(next));
    } else {
      running[place] = FREE;
      free[--inService] = place;
      finish(place, nowNanos);
    }
    return ended;
  }

  private void finish(int place, long nowNanos) {
    if (leafForEachWorker) {
      setBusy(nowNanos, inService);
      tree.set(slot + place, WinnerTree.IDLE);
    } else if (sharing) {
      touch(nowNanos);
      virtualNanos = inService == 0 ? 0 : virtualNanos;
      setPace(nowNanos);
      plan(ends.set(place, Tournament.IDLE));
    } else {
      setBusy(nowNanos, inService);
      plan(ends.set(place, Tournament.IDLE));
    }
  }

  /** Sets the leaf of the machine, whose next end has this key. */
  private void plan(long key) {
    tree.set(slot, sharing && key != Tournament.IDLE ? clockOf(key) : key);
  }

  /** Returns the instant at which virtual time will be what the key says. */
  private long clockOf(long key) {
    double leftNanos = Double.longBitsToDouble(key) - virtualNanos;
    double slowdown = Math.max(inService, vCpus) * slowdownPerRequest;
    return lastNanos + Math.max(0, (long) Math.ceil(leftNanos * slowdown));
  }

  /** Drops every request in service or waiting and hands each to the consumer. */
  public void cut(long nowNanos, IntConsumer dropped) {
    forEach(dropped);
    touch(nowNanos);
    inService = 0;
    queued = 0;
    virtualNanos = 0;
    ends.clear();
    Arrays.fill(running, FREE);
    Arrays.setAll(free, place -> place);
    setPace(nowNanos);
    for (int leaf = 0; leaf < leaves; leaf++) {
      tree.set(slot + leaf, WinnerTree.IDLE);
    }
  }

  /** Hands every request in service or waiting to the consumer. */
  public void forEach(IntConsumer consumer) {
    for (int request : running) {
      if (request != FREE) {
        consumer.accept(request);
      }
    }
    for (int i = 0; i < queued; i++) {
      consumer.accept(waiting[(first + i) & (waiting.length - 1)]);
    }
  }

  /** Brings virtual time up to the present. */
  private void touch(long nowNanos) {
    virtualNanos += (nowNanos - lastNanos) * speed;
    lastNanos = nowNanos;
  }

  /** Sets how fast the machine works from now on; under sharing the vCPUs are divided evenly. */
  private void setPace(long nowNanos) {
    boolean works = condition != Condition.SILENT;
    speed = sharing && works ? vCpus * share / Math.max(inService, vCpus) : 0;
    setBusy(nowNanos, !works ? 0 : sharing ? Math.min(inService, vCpus) : inService);
  }

  private void setBusy(long nowNanos, int newBusy) {
    busyLedgerNanos -= (newBusy - busy) * nowNanos;
    busy = newBusy;
  }

  /**
   * Adds busy time of work that comes by another way than requests.
   *
   * @param vCpuNanos for how long how many vCPUs were busy, in nanoseconds summed over them
   */
  public void charge(long vCpuNanos) {
    busyLedgerNanos += vCpuNanos * busyUnits() / vCpus;
  }

  /**
   * Returns the time that workers or vCPUs were busy since the machine was created, in nanoseconds
   * summed over them.
   */
  public long busyNanos(long nowNanos) {
    long sinceNanos = busyLedgerNanos + busy * nowNanos;
    return settledNanos + (share == 1 ? sinceNanos : (long) (share * sinceNanos));
  }

  /**
   * Returns how much busy time a nanosecond can bring at most: the vCPUs, or the workers where
   * there are more of them (they then share a vCPU, and all busy is 100 %).
   */
  public int busyUnits() {
    return sharing ? vCpus : Math.max(workers, vCpus);
  }
}
