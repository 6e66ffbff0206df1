package io.headroom.policies.aws;

import io.headroom.policies.aws.ScalingIntervals.Complete;
import io.headroom.policies.aws.ScalingIntervals.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Finds the bounds that a list of absolute intervals leaves out, and the ranges between them. */
final class IntervalFilling {
  private final List<Interval> intervals;

  IntervalFilling(List<Interval> given) {
    ScalingIntervals.requireNumber(given);
    intervals = ScalingIntervals.sorted(given);
  }

  /** Returns intervals without gaps from 0 on, ranges without a change merged. */
  List<Complete> complete(AdjustmentType type) {
    while (fillOnce()) {
      // each pass may give a neighbour the bound that it needs
    }
    List<Complete> bounded = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      bounded.add(bounded(i, type));
    }
    return merged(withoutGaps(bounded));
  }

  private boolean fillOnce() {
    boolean filled = false;
    for (int i = 0; i < intervals.size(); i++) {
      Interval each = intervals.get(i);
      OptionalDouble before = i > 0 ? intervals.get(i - 1).upper() : OptionalDouble.empty();
      OptionalDouble after =
          i + 1 < intervals.size() ? intervals.get(i + 1).lower() : OptionalDouble.empty();
      if (each.lower().isEmpty() && before.isPresent()) {
        intervals.set(i, new Interval(before, each.upper(), each.change()));
        filled = true;
      } else if (each.upper().isEmpty() && after.isPresent()) {
        intervals.set(i, new Interval(each.lower(), after, each.change()));
        filled = true;
      }
    }
    return filled;
  }

  private Complete bounded(int index, AdjustmentType type) {
    Interval each = intervals.get(index);
    boolean isFirst = index == 0;
    boolean isLast = index == intervals.size() - 1;
    if ((each.lower().isEmpty() && !isFirst) || (each.upper().isEmpty() && !isLast)) {
      throw ScalingIntervals.refused("a bound is not determined: " + each);
    }
    boolean isRelative = type != AdjustmentType.EXACT_CAPACITY;
    boolean isQuiet = isRelative && each.change().orElse(1) == 0;
    return new Complete(
        each.lower().orElse(0),
        each.upper().orElse(Double.POSITIVE_INFINITY),
        isQuiet ? OptionalInt.empty() : each.change());
  }

  private static List<Complete> withoutGaps(List<Complete> bounded) {
    List<Complete> all = new ArrayList<>();
    double end = 0;
    for (Complete each : bounded) {
      if (each.lower() < end) {
        throw ScalingIntervals.refused("intervals overlap at " + each.lower());
      }
      if (each.lower() > end) {
        all.add(new Complete(end, each.lower(), OptionalInt.empty()));
      }
      all.add(each);
      end = each.upper();
    }
    if (end < Double.POSITIVE_INFINITY) {
      all.add(new Complete(end, Double.POSITIVE_INFINITY, OptionalInt.empty()));
    }
    return all;
  }

  private static List<Complete> merged(List<Complete> all) {
    List<Complete> merged = new ArrayList<>();
    for (Complete each : all) {
      Complete last = merged.isEmpty() ? each : merged.get(merged.size() - 1);
      if (!merged.isEmpty() && last.change().isEmpty() && each.change().isEmpty()) {
        merged.set(
            merged.size() - 1, new Complete(last.lower(), each.upper(), OptionalInt.empty()));
      } else {
        merged.add(each);
      }
    }
    return merged;
  }
}
