package io.headroom.elb;

/** What becomes of a request, by cause; each ends in exactly one. */
public enum Outcome {
  /** Answered before anybody gave up. */
  COMPLETED(Kind.COMPLETED),
  /** No target was registered, or none was healthy behind a Classic Load Balancer: 503. */
  NO_TARGET(Kind.REJECTED),
  /** The target's port was closed or its accept queue full: 502. */
  REFUSED(Kind.REJECTED),
  /** The surge queue of a Classic Load Balancer was full: 503. */
  SPILLOVER(Kind.REJECTED),
  /** The target ended while it held the request: 502. */
  CUT(Kind.FAILED),
  /** The client gave up first: 460. */
  CLIENT_TIMEOUT(Kind.FAILED),
  /** The target sent nothing within the idle timeout: 504. */
  IDLE_TIMEOUT(Kind.FAILED),
  /** The target, or the node itself, did not take the connection: 504. */
  CONNECT_TIMEOUT(Kind.FAILED);

  /** The three ends of a request that results tell apart. */
  public enum Kind {
    /** Answered in time. */
    COMPLETED,
    /** Refused at once. */
    REJECTED,
    /** Accepted, but without an answer in time. */
    FAILED
  }

  private final Kind kind;

  Outcome(Kind kind) {
    this.kind = kind;
  }

  /** Returns how results count it. */
  public Kind kind() {
    return kind;
  }
}
