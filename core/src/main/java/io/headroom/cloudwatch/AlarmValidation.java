package io.headroom.cloudwatch;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What CloudWatch refuses in an alarm. "PutMetricAlarm", CloudWatch API Reference; the messages are
 * those seen from the service where any are known.
 */
final class AlarmValidation {
  private static final int MAX_NAME = 255;
  private static final int MAX_DESCRIPTION = 1024;
  private static final int MAX_ACTIONS = 5;
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final long WEEK = Duration.ofDays(7).toSeconds();
  private static final long HOUR = Duration.ofHours(1).toSeconds();
  private static final Set<Long> SHORT_PERIODS = Set.of(10L, 20L, 30L);
  private static final Set<Long> WALL_CLOCK_PERIODS = Set.of(60L, 300L, HOUR, DAY, WEEK);

  private final AlarmSpec spec;
  private final List<AlarmProblem> problems = new ArrayList<>();

  private AlarmValidation(AlarmSpec spec) {
    this.spec = spec;
  }

  static List<AlarmProblem> problems(AlarmSpec spec) {
    var validation = new AlarmValidation(spec);
    validation.checkTexts();
    validation.checkPeriod();
    validation.checkCondition();
    validation.checkLength();
    validation.checkWindow();
    validation.checkPercentile();
    for (AlarmState state : AlarmState.values()) {
      validation.checkActions(state);
    }
    if (spec.input() instanceof MetricMath math) {
      validation.problems.addAll(new MathValidation(spec, math).problems());
    }
    return List.copyOf(validation.problems);
  }

  /** Throws once, with all problems, if there are any. */
  static void require(String alarm, List<AlarmProblem> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "alarm '%s': %s"
              .formatted(
                  alarm, problems.stream().map(AlarmProblem::toString).collect(joining("; "))));
    }
  }

  private void checkTexts() {
    String name = spec.name();
    boolean isName =
        !name.isEmpty()
            && name.length() <= MAX_NAME
            && name.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    require(isName, "AlarmName", "a name has 1 to 255 characters and no control characters");
    require(
        spec.description().length() <= MAX_DESCRIPTION,
        "AlarmDescription",
        "a description has at most 1024 characters, not " + spec.description().length());
  }

  private void checkPeriod() {
    long seconds = spec.period().toSeconds();
    boolean isAllowed = SHORT_PERIODS.contains(seconds) || (seconds > 0 && seconds % 60 == 0);
    require(
        isAllowed && spec.period().toNanosPart() == 0,
        "Period",
        "Period must be 10, 20, 30 or a multiple of 60, was " + text(spec.period()));
  }

  private void checkCondition() {
    int periods = spec.evaluationPeriods();
    int needed = spec.datapointsToAlarm();
    require(periods >= 1, "EvaluationPeriods", () -> tooSmall("evaluationPeriods", periods));
    require(needed >= 1, "DatapointsToAlarm", () -> tooSmall("datapointsToAlarm", needed));
    require(
        needed <= Math.max(1, periods),
        "DatapointsToAlarm",
        () ->
            "DatapointsToAlarm must be less than or equal to EvaluationPeriods, was %d of %d"
                .formatted(needed, periods));
    boolean hasBand = spec.input() instanceof MetricMath math && math.band().isPresent();
    require(
        hasBand || !spec.comparison().needsBand(),
        "ComparisonOperator",
        spec.comparison() + " needs an anomaly detection band");
    require(
        hasBand || Double.isFinite(spec.threshold()),
        "Threshold",
        "an alarm needs a finite threshold, was " + spec.threshold());
  }

  private void checkLength() {
    long seconds = spec.period().toSeconds();
    boolean isLong = seconds >= HOUR;
    // Dividing instead of multiplying, for a product could overflow.
    boolean fits = spec.evaluationPeriods() <= (isLong ? WEEK : DAY) / Math.max(1, seconds);
    require(
        fits,
        "EvaluationPeriods",
        () ->
            ("Metrics cannot be checked across more than %s"
                    + " (EvaluationPeriods * Period must be <= %d)")
                .formatted(isLong ? "a week" : "a day", isLong ? WEEK : DAY));
  }

  private void checkWindow() {
    spec.evaluationRange()
        .ifPresent(
            range ->
                require(
                    range >= spec.evaluationPeriods(),
                    "EvaluationRange",
                    "the evaluation range must hold the %d evaluation periods, was %d"
                        .formatted(spec.evaluationPeriods(), range)));
    require(
        spec.wallClock().isEmpty() || WALL_CLOCK_PERIODS.contains(spec.period().toSeconds()),
        "EvaluationWindow",
        "a wall clock window needs a period of 60, 300, 3600, 86400 or 604800 seconds, was "
            + text(spec.period()));
    require(
        spec.wallClock().map(AlarmValidation::isOnFiveMinutes).orElse(true),
        "EvaluationWindow",
        "the offset of a time zone must be a multiple of 5 minutes, was "
            + spec.wallClock().map(ZoneId::toString).orElse(""));
  }

  private static boolean isOnFiveMinutes(ZoneId zone) {
    return !(zone instanceof ZoneOffset offset) || offset.getTotalSeconds() % 300 == 0;
  }

  private void checkPercentile() {
    require(
        spec.lowSamples() == LowSamples.EVALUATE
            || spec.metricStat().filter(stat -> stat.statistic().isPercentile()).isPresent(),
        "EvaluateLowSampleCountPercentile",
        "EvaluateLowSampleCountPercentile needs a percentile, not "
            + spec.metricStat().map(stat -> stat.statistic().toString()).orElse("metric math"));
  }

  private void checkActions(AlarmState state) {
    List<String> actions = spec.actions().of(state);
    String property = AlarmRequest.actionsProperty(state);
    require(
        actions.size() <= MAX_ACTIONS,
        property,
        () -> "a state has at most %d actions, not %d".formatted(MAX_ACTIONS, actions.size()));
    for (String action : actions) {
      require(AlarmActions.isWellFormed(action), property, "Invalid arn syntax: " + action);
    }
  }

  private static String tooSmall(String field, int value) {
    return ("1 validation error detected: Value '%d' at '%s' failed to satisfy constraint:"
            + " Member must have value greater than or equal to 1")
        .formatted(value, field);
  }

  private static String text(Duration period) {
    return period.toSeconds() + " s";
  }

  private void require(boolean holds, String property, String message) {
    require(holds, property, () -> message);
  }

  /** Formatting takes longer than all checks together, so it is left to problems. */
  private void require(boolean holds, String property, Supplier<String> message) {
    if (!holds) {
      problems.add(new AlarmProblem(AlarmProblem.VALIDATION_ERROR, property, message.get()));
    }
  }
}
