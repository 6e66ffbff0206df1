package io.headroom.ec2;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The serving side of one machine: workers, accept queue and vCPUs.
 *
 * <p>Under processor sharing the machine keeps a virtual time that runs at the speed of each
 * request, min(1, vCPUs / requests in service); a request ends when the virtual time has grown by
 * its demand. In order of arrival each worker serves at full speed. Either way the requests in
 * service are a small heap by end, so that an event costs O(log requests in service). Not
 * thread-safe.
 */
public final class Server {
  private final int slot;
  private final int group;
  private final boolean sharing;
  private final int vCpus;
  private final int workers;
  private final int queueLimit;
  private final Requests requests;

  /** Ends of the requests in service: bits of the virtual time under sharing, else nanoseconds. */
  private long[] ends = new long[8];

  private int[] running = new int[8];
  private int inService;
  private int[] waiting = new int[8];
  private int first;
  private int queued;
  private double virtualNanos;
  private long lastNanos;
  private long busyNanos;
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
    long stoodStillNanos = condition == Condition.SILENT ? nowNanos - lastNanos : 0;
    touch(nowNanos);
    condition = newCondition;
    if (!sharing && stoodStillNanos > 0) {
      for (int i = 0; i < inService; i++) {
        ends[i] += stoodStillNanos;
      }
    }
  }

  /**
   * Takes a request into service or into the accept queue.
   *
   * @return whether there was room
   */
  public boolean offer(long nowNanos, int request) {
    if (inService < workers) {
      touch(nowNanos);
      start(request);
      return true;
    }
    if (queued < queueLimit) {
      enqueue(request);
      return true;
    }
    return false;
  }

  private void start(int request) {
    long demandNanos = requests.demandNanos(request);
    long end =
        sharing ? Double.doubleToRawLongBits(virtualNanos + demandNanos) : lastNanos + demandNanos;
    if (inService == ends.length) {
      ends = Arrays.copyOf(ends, 2 * inService);
      running = Arrays.copyOf(running, 2 * inService);
    }
    int hole = inService++;
    while (hole > 0 && end < ends[(hole - 1) >>> 1]) {
      int parent = (hole - 1) >>> 1;
      ends[hole] = ends[parent];
      running[hole] = running[parent];
      hole = parent;
    }
    ends[hole] = end;
    running[hole] = request;
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
      return ends[0];
    }
    double leftNanos = Double.longBitsToDouble(ends[0]) - virtualNanos;
    double slowdown = inService <= vCpus ? 1 : inService / (double) vCpus;
    return lastNanos + Math.max(0, (long) Math.ceil(leftNanos * slowdown));
  }

  /**
   * Ends the request that is due and starts the next waiting one.
   *
   * @param nowNanos the time that {@link #nextEndNanos()} gave
   * @return the request that ended
   */
  public int end(long nowNanos) {
    touch(nowNanos);
    int ended = removeFirst();
    if (queued > 0) {
      int next = waiting[first];
      first = (first + 1) & (waiting.length - 1);
      queued--;
      start(next);
    } else if (inService == 0) {
      virtualNanos = 0;
    }
    return ended;
  }

  private int removeFirst() {
    int ended = running[0];
    long end = ends[--inService];
    int request = running[inService];
    int hole = 0;
    for (int child = 1; child < inService; child = 2 * hole + 1) {
      if (child + 1 < inService && ends[child + 1] < ends[child]) {
        child++;
      }
      if (ends[child] >= end) {
        break;
      }
      ends[hole] = ends[child];
      running[hole] = running[child];
      hole = child;
    }
    ends[hole] = end;
    running[hole] = request;
    return ended;
  }

  /** Drops every request in service or waiting and hands each to the consumer. */
  public void cut(long nowNanos, IntConsumer dropped) {
    touch(nowNanos);
    forEach(dropped);
    inService = 0;
    queued = 0;
    virtualNanos = 0;
  }

  /** Hands every request in service or waiting to the consumer. */
  public void forEach(IntConsumer consumer) {
    for (int i = 0; i < inService; i++) {
      consumer.accept(running[i]);
    }
    for (int i = 0; i < queued; i++) {
      consumer.accept(waiting[(first + i) & (waiting.length - 1)]);
    }
  }

  /** Brings virtual time and busy time up to the present. */
  private void touch(long nowNanos) {
    long elapsedNanos = nowNanos - lastNanos;
    lastNanos = nowNanos;
    if (condition == Condition.SILENT) {
      return;
    }
    if (!sharing) {
      busyNanos += elapsedNanos * inService;
    } else if (inService <= vCpus) {
      busyNanos += elapsedNanos * inService;
      virtualNanos += elapsedNanos;
    } else {
      busyNanos += elapsedNanos * vCpus;
      virtualNanos += elapsedNanos * (double) vCpus / inService;
    }
  }

  /**
   * Returns the time that workers or vCPUs were busy since the machine was created, in nanoseconds
   * summed over them.
   */
  public long busyNanos(long nowNanos) {
    touch(nowNanos);
    return busyNanos;
  }

  /**
   * Returns how much busy time a nanosecond can bring at most: the vCPUs, or the workers where
   * there are more of them (they then share a vCPU, and all busy is 100 %).
   */
  public int busyUnits() {
    return sharing ? vCpus : Math.max(workers, vCpus);
  }
}
