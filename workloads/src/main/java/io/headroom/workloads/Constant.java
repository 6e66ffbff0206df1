package io.headroom.workloads;

/** The same value at all times. */
record Constant(double value) implements LinearPieces {
  Constant {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be finite and at least 0, was " + value);
    }
  }

  @Override
  public double at(long timeNanos) {
    return value;
  }

  @Override
  public double before(long timeNanos) {
    return value;
  }

  @Override
  public long nextBreakpoint(long timeNanos) {
    return Long.MAX_VALUE;
  }

  /** Keeps linear pieces linear, so that they are still sampled by inversion. */
  @Override
  public RateFunction times(RateFunction factor) {
    return factor.times(value);
  }
}
