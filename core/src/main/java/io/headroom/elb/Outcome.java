package io.headroom.elb;

/** What becomes of a request, by cause; each ends in exactly one. */
public enum Outcome {
  /** Answered before anybody gave up. */
  COMPLETED(0, Kind.COMPLETED),
  /** No target was registered, or none was healthy behind a Classic Load Balancer: 503. */
  NO_TARGET(1, Kind.REJECTED),
  /** The target's port was closed or its accept queue full: 502. */
  REFUSED(2, Kind.REJECTED),
  /** The surge queue of a Classic Load Balancer was full: 503. */
  SPILLOVER(3, Kind.REJECTED),
  /** The target ended while it held the request: 502. */
  CUT(4, Kind.FAILED),
  /** The client gave up first: 460. */
  CLIENT_TIMEOUT(5, Kind.FAILED),
  /** The target sent nothing within the idle timeout: 504. */
  IDLE_TIMEOUT(6, Kind.FAILED),
  /** The target, or the node itself, did not take the connection: 504. */
  CONNECT_TIMEOUT(7, Kind.FAILED);

  /** The three ends of a request that results tell apart. */
  public enum Kind {
    /** Answered in time. */
    COMPLETED,
    /** Refused at once. */
    REJECTED,
    /** Accepted, but without an answer in time. */
    FAILED
  }

  /** How many outcomes there are. */
  static final int COUNT = 8;

  private final int index;
  private final Kind kind;

  Outcome(int index, Kind kind) {
    this.index = index;
    this.kind = kind;
  }

  /** Returns its place in arrays of counters, below {@link #COUNT}. */
  int index() {
    return index;
  }

  /** Returns how results count it. */
  public Kind kind() {
    return kind;
  }
}
