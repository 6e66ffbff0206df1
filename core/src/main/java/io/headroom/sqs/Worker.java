package io.headroom.sqs;

import io.headroom.ec2.Instance;
import io.headroom.sim.HotSource;

/** One worker of an instance: it polls, works through its batch, and polls again. */
final class Worker {
  private final Instance instance;
  private final PollerSpec spec;
  private final MessageQueue queue;
  private final double stretch;
  private final int[] batch;
  private final int[] uses;
  private int size;
  private int position;
  private long receivedNanos;
  private long busySinceNanos;
  private State state = State.IDLE;
  private long nextNanos = HotSource.NEVER;

  /** What a worker does. */
  enum State {
    /** It sleeps until its next poll. */
    IDLE,
    /** A long poll waits for a message. */
    WAITING,
    /** It works on a message. */
    WORKING,
    /** Its instance is gone or does not answer. */
    STOPPED
  }

  /**
   * Creates a worker.
   *
   * @param stretch how much longer than alone a message takes, since the workers of the instance
   *     share its vCPUs
   */
  Worker(Instance instance, PollerSpec spec, MessageQueue queue, double stretch) {
    this.instance = instance;
    this.spec = spec;
    this.queue = queue;
    this.stretch = stretch;
    batch = new int[spec.batch()];
    uses = new int[spec.batch()];
  }

  Instance instance() {
    return instance;
  }

  MessageQueue queue() {
    return queue;
  }

  State state() {
    return state;
  }

  boolean is(State other) {
    return state == other;
  }

  long nextNanos() {
    return nextNanos;
  }

  long waitNanos() {
    return spec.waitTime().orElse(queue.spec().waitTime()).toNanos();
  }

  long idleNanos() {
    return spec.idle().toNanos();
  }

  void become(State newState, long untilNanos) {
    state = newState;
    nextNanos = untilNanos;
  }

  /** Receives a batch; returns whether there was anything. */
  boolean receive(long nowNanos, Messages messages) {
    size = 0;
    position = 0;
    receivedNanos = nowNanos;
    int message = queue.receive(nowNanos);
    while (message >= 0) {
      batch[size] = message;
      uses[size++] = messages.use(message);
      message = size < batch.length ? queue.receive(nowNanos) : -1;
    }
    return size > 0;
  }

  /** Begins the next message of the batch. */
  void begin(long nowNanos, long demandNanos) {
    busySinceNanos = nowNanos;
    become(State.WORKING, nowNanos + Math.round(demandNanos * stretch));
  }

  /** Ends the message under work; returns whether the batch holds another. */
  boolean finish(long nowNanos) {
    charge(nowNanos);
    queue.delete(batch[position], uses[position], receivedNanos);
    position++;
    return position < size;
  }

  /** Adds the busy time since the last call to the machine's. */
  void charge(long nowNanos) {
    if (state == State.WORKING) {
      instance.server().charge(Math.round((nowNanos - busySinceNanos) / stretch));
      busySinceNanos = nowNanos;
    }
  }

  void stop(long nowNanos) {
    charge(nowNanos);
    become(State.STOPPED, HotSource.NEVER);
  }
}
