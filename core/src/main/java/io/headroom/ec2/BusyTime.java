package io.headroom.ec2;

/**
 * How long the workers or vCPUs of one machine have been busy, in nanoseconds summed over them.
 *
 * <p>The sum of the ends less the sum of the starts, plus the present number of busy ones times the
 * clock: one addition for a start or an end. Not thread-safe.
 */
final class BusyTime {
  /** How many are busy. */
  private int busy;

  /** Their busy time, less {@link #busy} times the clock, since the share was set. */
  private long ledgerNanos;

  /** How much a busy nanosecond counts, and the busy time until that was set. */
  private double share = 1;

  private long settledNanos;

  /** Sets how many are busy from now on. */
  void set(long nowNanos, int newBusy) {
    ledgerNanos -= (newBusy - busy) * nowNanos;
    busy = newBusy;
  }

  /** Sets how much a busy nanosecond counts from now on. */
  void share(long nowNanos, double newShare) {
    settledNanos = at(nowNanos);
    ledgerNanos = -busy * nowNanos;
    share = newShare;
  }

  /** Adds busy time that was or will be; a negative one takes it back. */
  void add(long nanos) {
    ledgerNanos += nanos;
  }

  /** Counts one that is busy as busy until an instant, whatever comes. */
  void foresee(long endNanos) {
    busy--;
    ledgerNanos += endNanos;
  }

  /** Takes {@link #foresee} back. */
  void recall(long endNanos) {
    busy++;
    ledgerNanos -= endNanos;
  }

  /** Returns the busy time up to now. */
  long at(long nowNanos) {
    long sinceNanos = ledgerNanos + busy * nowNanos;
    return settledNanos + (share == 1 ? sinceNanos : (long) (share * sinceNanos));
  }
}
