package io.headroom.scenarios;

import io.headroom.cloudwatch.MathSettings;
import io.headroom.cloudwatch.MetricDelays;
import io.headroom.cloudwatch.MetricSettings;
import io.headroom.cloudwatch.PercentileEstimator;
import io.headroom.cloudwatch.QueryAnchor;
import io.headroom.cloudwatch.anomaly.AnomalyModel;
import io.headroom.cloudwatch.math.value.BothMissing;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Reads {@code metrics: {percentile: nearest-rank | interpolated, queryAnchor: start | clock,
 * bothMissing: no-point | zero, anomalyDays: 14, anomalyMinimumDays: 2}} and {@code metricDelays:
 * {ec2: 60s, statusCheck: 60s, ...}}.
 */
final class MetricSettingsSection {
  private static final Notation<PercentileEstimator> PERCENTILE =
      Notations.word(
          Map.of(
              "nearest-rank", PercentileEstimator.NEAREST_RANK,
              "interpolated", PercentileEstimator.INTERPOLATED));

  private static final Notation<QueryAnchor> ANCHOR =
      Notations.word(Map.of("start", QueryAnchor.START, "clock", QueryAnchor.CLOCK));

  private static final Notation<BothMissing> BOTH_MISSING =
      Notations.word(Map.of("no-point", BothMissing.NO_POINT, "zero", BothMissing.ZERO));

  private static final Notation<Integer> DAYS =
      Notations.WHOLE
          .where(count -> count >= 2 && count <= 14, "a whole number from 2 to 14")
          .map(Math::toIntExact);

  private MetricSettingsSection() {}

  static MetricSettings read(Section assumptions) {
    MetricSettings defaults = MetricSettings.DEFAULT.withDelays(delays(assumptions));
    return assumptions
        .section("metrics")
        .map(
            section ->
                defaults
                    .withPercentile(
                        section.read("percentile", PERCENTILE).orElse(defaults.percentile()))
                    .withAnchor(section.read("queryAnchor", ANCHOR).orElse(defaults.anchor()))
                    .withMath(math(section)))
        .orElse(defaults);
  }

  private static MathSettings math(Section section) {
    MathSettings defaults = MathSettings.DEFAULT;
    AnomalyModel anomaly = defaults.anomaly();
    int days = section.read("anomalyDays", DAYS).orElse(anomaly.days());
    Notation<Integer> enough =
        DAYS.where(count -> count <= days, "a whole number from 2 to " + days);
    return new MathSettings(
        section.read("bothMissing", BOTH_MISSING).orElse(defaults.bothMissing()),
        new AnomalyModel(
            days,
            section
                .read("anomalyMinimumDays", enough)
                .orElse(Math.min(days, anomaly.minimumDays()))));
  }

  private static MetricDelays delays(Section assumptions) {
    MetricDelays defaults = MetricDelays.DEFAULT;
    return assumptions
        .section("metricDelays")
        .map(section -> delays(section::duration, defaults))
        .orElse(defaults);
  }

  private static MetricDelays delays(
      BiFunction<String, Duration, Duration> key, MetricDelays defaults) {
    return new MetricDelays(
        key.apply("ec2", defaults.ec2()),
        key.apply("statusCheck", defaults.statusCheck()),
        key.apply("cpuCredits", defaults.cpuCredits()),
        key.apply("elb", defaults.elb()),
        key.apply("autoScaling", defaults.autoScaling()),
        key.apply("sqs", defaults.sqs()),
        key.apply("custom", defaults.custom()));
  }
}
