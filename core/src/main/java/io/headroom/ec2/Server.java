package io.headroom.ec2;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The serving side of one machine: workers, accept queue and vCPUs.
 *
 * <p>A request in service has a place in a {@link Tournament} by its end: in order of arrival the
 * instant at which its worker will be done, under processor sharing the virtual time at which it
 * will have had its demand. Virtual time runs at the speed of each request, min(1, vCPUs / requests
 * in service), so a change of speed moves no key. The place given back last is taken first, and of
 * two requests with one end the smaller place is first. Not thread-safe.
 */
public final class Server {
  private static final int FIRST_PLACES = 4;

  private final int slot;
  private final int group;
  private final boolean sharing;
  private final int vCpus;
  private final double slowdownPerRequest;
  private final int workers;
  private final int queueLimit;
  private final Requests requests;
  private final Tournament ends;

  /** The request in each place. */
  private int[] running;

  /** From {@code inService} on: the places that are free, the next one to be taken first. */
  private int[] free;

  private int inService;
  private int[] waiting = new int[4];
  private int first;
  private int queued;

  /** Under sharing: virtual time, when it was that, and how fast it runs since. */
  private double virtualNanos;

  private long lastNanos;
  private double speed;

  /** How many vCPUs or workers are busy, and their busy time less {@code busy} times the clock. */
  private int busy;

  private long busyLedgerNanos;
  private Condition condition = Condition.CLOSED;
  private boolean watched;
  private long bytesIn;
  private long bytesOut;

  /** What happens to a request that reaches the machine. */
  public enum Condition {
    /** The port is closed: refused at once. */
    CLOSED,
    /** The application answers. */
    OPEN,
    /** The machine neither answers nor refuses, and its work stands still. */
    SILENT
  }

  /**
   * Creates the serving side of a machine whose port is closed.
   *
   * @param slot the number of the machine in the run's table, used again after its end
   * @param group the number of its Auto Scaling group
   * @param launch the instance type and service model
   * @param requests the table of requests
   */
  public Server(int slot, int group, LaunchConfiguration launch, Requests requests) {
    this.slot = slot;
    this.group = group;
    this.requests = requests;
    ServiceModel model = launch.service();
    vCpus = launch.type().vCpus();
    sharing = model.discipline() == Discipline.PROCESSOR_SHARING;
    workers = model.workers().workers(vCpus);
    queueLimit = model.acceptQueue();
    slowdownPerRequest = 1.0 / vCpus;
    ends = new Tournament(workers == 1 ? 1 : workers == 2 ? 2 : FIRST_PLACES);
    running = new int[ends.places()];
    free = new int[ends.places()];
    Arrays.setAll(free, place -> place);
  }

  /** Returns the number of the machine in the run's table. */
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
    if (!sharing && condition == Condition.SILENT) {
      ends.shift(nowNanos - lastNanos);
    }
    touch(nowNanos);
    condition = newCondition;
    setPace(nowNanos);
  }

  /**
   * Takes a request into service or into the accept queue.
   *
   * @return whether there was room
   */
  public boolean offer(long nowNanos, int request) {
    return offer(nowNanos, request, requests.demandNanos(request));
  }

  /** Takes a request whose demand is known to the caller; see {@link #offer(long, int)}. */
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
    ends.grow();
    running = Arrays.copyOf(running, ends.places());
    free = Arrays.copyOf(free, ends.places());
    for (int place = inService; place < free.length; place++) {
      free[place] = place;
    }
  }

  private void start(int place, long nowNanos, long demandNanos) {
    if (sharing) {
      touch(nowNanos);
      ends.set(place, Double.doubleToRawLongBits(virtualNanos + demandNanos));
      setPace(nowNanos);
    } else {
      ends.set(place, nowNanos + demandNanos);
      setBusy(nowNanos, inService);
    }
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

  /** Returns when the next request in service ends, {@link Long#MAX_VALUE} if none will. */
  public long nextEndNanos() {
    if (inService == 0 || condition == Condition.SILENT) {
      return Long.MAX_VALUE;
    }
    if (!sharing) {
      return ends.smallest();
    }
    double leftNanos = Double.longBitsToDouble(ends.smallest()) - virtualNanos;
    double slowdown = Math.max(inService, vCpus) * slowdownPerRequest;
    return lastNanos + Math.max(0, (long) Math.ceil(leftNanos * slowdown));
  }

  /**
   * Ends the request that is due and starts the next waiting one.
   *
   * @param nowNanos the time that {@link #nextEndNanos()} gave
   * @return the request that ended
   */
  public int end(long nowNanos) {
    int place = ends.winner();
    int ended = running[place];
    if (queued > 0) {
      int next = waiting[first];
      first = (first + 1) & (waiting.length - 1);
      queued--;
      running[place] = next;
      start(place, nowNanos, requests.demandNanos(next));
    } else {
      free[--inService] = place;
      finish(place, nowNanos);
    }
    return ended;
  }

  private void finish(int place, long nowNanos) {
    ends.set(place, Tournament.IDLE);
    if (sharing) {
      touch(nowNanos);
      setPace(nowNanos);
      virtualNanos = inService == 0 ? 0 : virtualNanos;
    } else {
      setBusy(nowNanos, inService);
    }
  }

  /** Drops every request in service or waiting and hands each to the consumer. */
  public void cut(long nowNanos, IntConsumer dropped) {
    forEach(dropped);
    touch(nowNanos);
    inService = 0;
    queued = 0;
    virtualNanos = 0;
    ends.clear();
    Arrays.setAll(free, place -> place);
    setPace(nowNanos);
  }

  /** Hands every request in service or waiting to the consumer. */
  public void forEach(IntConsumer consumer) {
    for (int place = 0; place < ends.places(); place++) {
      if (ends.isTaken(place)) {
        consumer.accept(running[place]);
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
    speed = sharing && works ? (double) vCpus / Math.max(inService, vCpus) : 0;
    setBusy(nowNanos, !works ? 0 : sharing ? Math.min(inService, vCpus) : inService);
  }

  private void setBusy(long nowNanos, int newBusy) {
    busyLedgerNanos -= (newBusy - busy) * nowNanos;
    busy = newBusy;
  }

  /**
   * Returns the time that workers or vCPUs were busy since the machine was created, in nanoseconds
   * summed over them.
   */
  public long busyNanos(long nowNanos) {
    return busyLedgerNanos + busy * nowNanos;
  }

  /**
   * Returns how much busy time a nanosecond can bring at most: the vCPUs, or the workers where
   * there are more of them (they then share a vCPU, and all busy is 100 %).
   */
  public int busyUnits() {
    return sharing ? vCpus : Math.max(workers, vCpus);
  }
}
