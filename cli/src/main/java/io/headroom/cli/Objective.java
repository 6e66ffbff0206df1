package io.headroom.cli;

import java.util.Locale;

/**
 * One part of a service level objective, and what a run made of it.
 *
 * @param name what is limited, such as {@code latency p99}
 * @param unit the unit of the three numbers, and how they are written
 * @param limit the largest good value
 * @param least the value that was measured is at least this
 * @param most and at most this; the same where the result knows the value exactly
 */
record Objective(String name, Unit unit, double limit, double least, double most) {
  /** How a value is written. */
  enum Unit {
    /** A time in seconds. */
    SECONDS {
      @Override
      String text(double value) {
        return value < 1
            ? String.format(Locale.ROOT, "%.1f ms", value * 1_000)
            : String.format(Locale.ROOT, "%.3f s", value);
      }
    },
    /** A share in [0, 1], written as a percentage. */
    SHARE {
      @Override
      String text(double value) {
        return String.format(Locale.ROOT, "%.4f%%", value * 100);
      }
    };

    abstract String text(double value);
  }

  /** What is known about an objective. */
  enum Verdict {
    /** The value is within the limit. */
    HOLDS,
    /** The value is over the limit. */
    MISSED,
    /** The result knows too little about the value. */
    OPEN
  }

  Verdict verdict() {
    if (most <= limit) {
      return Verdict.HOLDS;
    }
    return least > limit ? Verdict.MISSED : Verdict.OPEN;
  }

  /** Returns the objective on one line: verdict, limit, value, and by how much it was missed. */
  String line() {
    String value = least == most ? unit.text(most) : unit.text(least) + " to " + unit.text(most);
    String words = "%s at most %s, was %s".formatted(name, unit.text(limit), value);
    return switch (verdict()) {
      case HOLDS -> "holds   " + words;
      case MISSED -> "MISSED  " + words + ": over by " + excess();
      case OPEN -> "?       " + words;
    };
  }

  private String excess() {
    String over = unit.text(least - limit);
    return limit > 0
        ? String.format(Locale.ROOT, "%s (%.2f times the limit)", over, least / limit)
        : over;
  }
}
