package io.headroom.cloudwatch.api;

import io.headroom.cloudwatch.AlarmProblem;
import io.headroom.sim.SimTime;
import java.util.List;
import java.util.stream.Stream;

/** What PutMetricData refuses in one datum. */
final class DatumCheck {
  private static final long OLDEST = 14 * SimTime.DAY;
  private static final long NEWEST = 2 * SimTime.HOUR;
  private static final int MAX_VALUES = 150;
  private static final double LARGEST = 0x1p360;

  private final MetricDatum datum;
  private final String place;
  private final List<AlarmProblem> problems;

  /**
   * Creates a check.
   *
   * @param number the place of the datum in the request, from 1
   * @param problems where problems go
   */
  DatumCheck(MetricDatum datum, int number, List<AlarmProblem> problems) {
    this.datum = datum;
    this.place = "MetricData.member." + number;
    this.problems = problems;
  }

  void check(long nowNanos) {
    checkKind();
    checkValues();
    checkTime(nowNanos);
    if (datum.storageResolution() != 1 && datum.storageResolution() != 60) {
      invalid("StorageResolution", "The parameter %s.StorageResolution must be 1 or 60.");
    }
  }

  private void checkKind() {
    boolean hasValue = datum.value().isPresent();
    boolean hasValues = !datum.values().isEmpty();
    boolean hasStatistics = datum.statistics().isPresent();
    long kinds = Stream.of(hasValue, hasValues, hasStatistics).filter(has -> has).count();
    if (kinds == 0) {
      problem(
          "MissingParameter",
          "Value",
          "At least one of the parameters must be specified: %s.Value, Values, StatisticValues");
    } else if (kinds > 1) {
      String first = hasValue ? "Value" : "Values";
      String second = hasStatistics ? "StatisticValues" : "Values";
      problem(
          "InvalidParameterCombination",
          first,
          "The parameters %s." + first + " and %s." + second + " are mutually exclusive");
    }
  }

  private void checkValues() {
    int size = datum.values().size();
    if (!datum.counts().isEmpty() && datum.counts().size() != size) {
      invalid("Counts", "The parameters %s.Values and %s.Counts must be of the same size.");
    }
    if (size > MAX_VALUES) {
      invalid("Values", "The collection %s.Values must not have a size greater than 150.");
    }
    datum.value().ifPresent(value -> checkNumber("Value", value));
    for (int i = 0; i < size; i++) {
      checkNumber("Values.member." + (i + 1), datum.values().get(i));
    }
    for (int i = 0; i < datum.counts().size(); i++) {
      double count = datum.counts().get(i);
      if (!(count >= 0 && count <= LARGEST)) {
        invalid(
            "Counts",
            "The value " + count + " for parameter %s.Counts.member." + (i + 1) + " is invalid.");
      }
    }
  }

  private void checkNumber(String field, double value) {
    // The negation also catches NaN.
    if (!(Math.abs(value) <= LARGEST)) {
      invalid("Value", "The value " + value + " for parameter %s." + field + " is invalid.");
    }
  }

  private void checkTime(long nowNanos) {
    if (datum.timestampNanos().isEmpty()) {
      return;
    }
    long ageNanos = nowNanos - datum.timestampNanos().getAsLong();
    if (ageNanos > OLDEST) {
      invalid("Timestamp", "The parameter %s.Timestamp must be within the last two weeks.");
    } else if (ageNanos < -NEWEST) {
      invalid("Timestamp", "The parameter %s.Timestamp must be at most two hours ahead.");
    }
  }

  private void invalid(String property, String message) {
    problem(AlarmProblem.INVALID_PARAMETER_VALUE, property, message);
  }

  private void problem(String code, String property, String message) {
    problems.add(new AlarmProblem(code, property, message.replace("%s", place)));
  }
}
