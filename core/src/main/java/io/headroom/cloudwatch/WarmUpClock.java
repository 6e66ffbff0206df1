package io.headroom.cloudwatch;

import java.util.Optional;

/** Tells whether an alarm is warming up. A warm-up that is over never begins again. */
final class WarmUpClock {
  private Optional<AlarmWarmUp> warmUp = Optional.empty();
  private long startNanos;
  private boolean isOver;

  /**
   * Takes over a configuration. The first one with a warm-up starts it; a later one changes its
   * length as long as it lasts.
   *
   * @return whether a warm-up begins
   */
  boolean configure(Optional<AlarmWarmUp> newWarmUp, long nowNanos) {
    boolean begins = warmUp.isEmpty() && newWarmUp.isPresent() && !isOver;
    if (begins) {
      startNanos = nowNanos;
    }
    isOver |= warmUp.isPresent() && newWarmUp.isEmpty();
    warmUp = newWarmUp;
    return begins;
  }

  /** Returns whether the warm-up still lasted when the alarm was evaluated last. */
  boolean lasts() {
    return warmUp.isPresent() && !isOver;
  }

  /** Looks at an instant whether the warm-up goes on with so many of N data points in the range. */
  boolean goesOn(long nowNanos, int datapoints, int needed) {
    if (!lasts()) {
      return false;
    }
    AlarmWarmUp current = warmUp.orElseThrow();
    boolean hasData = current.end() == AlarmWarmUp.End.WITH_DATA && datapoints >= needed;
    isOver = hasData || nowNanos - startNanos >= current.length().toNanos();
    return !isOver;
  }
}
