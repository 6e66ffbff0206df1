package io.headroom.workloads;

/** The product of two rate functions, of which at most one carries a unit. */
record Product(RateFunction first, RateFunction second) implements RateFunction {
  @Override
  public double at(long timeNanos) {
    return first.at(timeNanos) * second.at(timeNanos);
  }

  @Override
  public double upperBound(long fromNanos, long untilNanos) {
    return first.upperBound(fromNanos, untilNanos) * second.upperBound(fromNanos, untilNanos);
  }

  @Override
  public double lowerBound(long fromNanos, long untilNanos) {
    return first.lowerBound(fromNanos, untilNanos) * second.lowerBound(fromNanos, untilNanos);
  }

  @Override
  public long nextBreakpoint(long timeNanos) {
    return Math.min(first.nextBreakpoint(timeNanos), second.nextBreakpoint(timeNanos));
  }
}
