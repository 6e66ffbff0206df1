package io.headroom.workloads.trace;

import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns stamped counts into consecutive intervals. A row's interval starts at its time and ends at
 * the next row's if that is at most one and a half usual steps away, else after one usual step; the
 * rest is a gap.
 */
final class GapFiller {
  /** Longer gaps are interpolated by nobody's wish; a mistaken stamp is more likely. */
  private static final long LONGEST_FILLED_GAP = 31 * SimTime.DAY;

  private final GapRule rule;
  private final Unit unit;
  private final long widthNanos;
  private final IntervalStore store;
  private final Problems problems;
  private boolean pending;
  private long pendingNanos;
  private double pendingValue;
  private int gaps;
  private long interpolated;
  private long copied;

  GapFiller(TraceOptions options, long widthNanos, IntervalStore store, Problems problems) {
    rule = options.format().unit() == Unit.EVENTS ? GapRule.ZERO : options.gaps();
    unit = options.format().unit();
    this.widthNanos = widthNanos;
    this.store = store;
    this.problems = problems;
  }

  /** Takes the next row; times ascend strictly. */
  void add(long timeNanos, double value) {
    if (pending) {
      close(timeNanos, value);
    }
    pending = true;
    pendingNanos = timeNanos;
    pendingValue = value;
  }

  void finish() {
    if (pending) {
      store.add(pendingNanos, pendingNanos + widthNanos, count(pendingValue, widthNanos));
    }
  }

  private void close(long nextNanos, double nextValue) {
    long step = nextNanos - pendingNanos;
    if (step <= widthNanos + widthNanos / 2) {
      store.add(pendingNanos, nextNanos, count(pendingValue, step));
      return;
    }
    long gapNanos = pendingNanos + widthNanos;
    store.add(pendingNanos, gapNanos, count(pendingValue, widthNanos));
    fill(new Gap(gapNanos, nextNanos, perSecond(pendingValue), perSecond(nextValue)));
  }

  /** The number of requests that the value of a row means for an interval. */
  private double count(double value, long lengthNanos) {
    return unit == Unit.PER_SECOND ? value * SimTime.seconds(lengthNanos) : value;
  }

  /** The rate that the value of a row means for a usual interval. */
  private double perSecond(double value) {
    return unit == Unit.PER_SECOND ? value : value / SimTime.seconds(widthNanos);
  }

  private record Gap(long fromNanos, long untilNanos, double rateBefore, double rateAfter) {
    long length() {
      return untilNanos - fromNanos;
    }

    double rateAt(double share) {
      return rateBefore + share * (rateAfter - rateBefore);
    }
  }

  private void fill(Gap gap) {
    if (store.isPast(gap.fromNanos)) {
      return;
    }
    if (rule == GapRule.ZERO) {
      store.add(gap.fromNanos, gap.untilNanos, 0);
    } else if (gap.length() > LONGEST_FILLED_GAP) {
      problems.add(
          "no rows for %s; allowed: gaps of up to 31 days, or gaps: zero"
              .formatted(SimTime.format(gap.length())));
    } else {
      fillSlices(gap, Math.max(1, (gap.length() + widthNanos / 2) / widthNanos));
    }
  }

  private void fillSlices(Gap gap, long slices) {
    gaps++;
    boolean copy = rule == GapRule.PREVIOUS_DAY || (rule == GapRule.AUTO && slices > 3);
    for (long i = 0; i < slices; i++) {
      long from = gap.fromNanos + i * widthNanos;
      long until = i + 1 < slices ? from + widthNanos : gap.untilNanos;
      if (store.isPast(from)) {
        return;
      }
      if (copy && store.covers(from - SimTime.DAY, until - SimTime.DAY)) {
        copied++;
        store.add(from, until, store.sum(from - SimTime.DAY, until - SimTime.DAY));
      } else {
        interpolated++;
        store.add(
            from, until, gap.rateAt((i + 1.0) / (slices + 1)) * SimTime.seconds(until - from));
      }
    }
  }

  /** What had to be made up, for people to read. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (gaps > 0) {
      List<String> ways = new ArrayList<>();
      add(ways, interpolated, "interpolated");
      add(ways, copied, "taken from the day before");
      notes.add(
          "filled %s without rows: %s (the key gaps chooses another way)"
              .formatted(count(gaps, "gap"), String.join(", ", ways)));
    }
    return notes;
  }

  private static void add(List<String> ways, long intervals, String way) {
    if (intervals > 0) {
      ways.add(count(intervals, "interval") + " " + way);
    }
  }

  private static String count(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
