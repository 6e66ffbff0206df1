package io.headroom.workloads;

/** Linear pieces multiplied by a number. */
record ScaledPieces(LinearPieces pieces, double factor) implements LinearPieces {
  ScaledPieces {
    if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("factor must be finite and at least 0, was " + factor);
    }
  }

  @Override
  public double at(long timeNanos) {
    return factor * pieces.at(timeNanos);
  }

  @Override
  public double before(long timeNanos) {
    return factor * pieces.before(timeNanos);
  }

  @Override
  public long nextBreakpoint(long timeNanos) {
    return pieces.nextBreakpoint(timeNanos);
  }
}
