package io.headroom.cloudwatch.composite;

import java.util.Optional;

/**
 * The states of action suppression: a pure machine over time, without a clock of its own.
 *
 * <p>Times are in any unit, the same for all. Whoever drives it reports the changes of the two
 * alarms and asks whether the time that it waits for has come; each report says whether the actions
 * of the composite's current state run now.
 */
final class Suppression {
  private static final long NEVER = Long.MAX_VALUE;

  private final long wait;
  private final long extension;
  private boolean isSuppressorInAlarm;
  private boolean isPending;
  private long waitEnd = NEVER;
  private long extensionEnd = NEVER;

  /**
   * Creates one at rest.
   *
   * @param wait the wait period
   * @param extension the extension period
   * @param isSuppressorInAlarm whether the suppressor is in ALARM now
   */
  Suppression(long wait, long extension, boolean isSuppressorInAlarm) {
    this.wait = wait;
    this.extension = extension;
    this.isSuppressorInAlarm = isSuppressorInAlarm;
  }

  /** Notes a change of the composite's state. */
  boolean compositeChanged(long now) {
    isPending = true;
    extensionEnd = NEVER;
    waitEnd = isSuppressorInAlarm ? NEVER : now + wait;
    return reached(now);
  }

  /** Notes that the suppressor has gone into ALARM or left it. */
  boolean suppressorChanged(long now, boolean isInAlarm) {
    if (isInAlarm == isSuppressorInAlarm) {
      return false;
    }
    isSuppressorInAlarm = isInAlarm;
    waitEnd = NEVER;
    extensionEnd = isInAlarm ? NEVER : now + extension;
    return reached(now);
  }

  /** Notes that time has come so far; actions run if a period ends here. */
  boolean reached(long now) {
    if (now < next().orElse(NEVER)) {
      return false;
    }
    boolean runs = isPending;
    waitEnd = NEVER;
    extensionEnd = NEVER;
    isPending = false;
    return runs;
  }

  /** Returns the end of the period that runs, if one does. */
  Optional<Long> next() {
    long end = Math.min(waitEnd, extensionEnd);
    return end == NEVER ? Optional.empty() : Optional.of(end);
  }

  /** Returns what suppresses actions now, if anything does. */
  Optional<SuppressedBy> by() {
    if (isSuppressorInAlarm) {
      return Optional.of(SuppressedBy.ALARM);
    }
    if (waitEnd != NEVER) {
      return Optional.of(SuppressedBy.WAIT_PERIOD);
    }
    return extensionEnd == NEVER ? Optional.empty() : Optional.of(SuppressedBy.EXTENSION_PERIOD);
  }
}
