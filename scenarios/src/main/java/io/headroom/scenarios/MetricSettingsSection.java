package io.headroom.scenarios;

import io.headroom.cloudwatch.MetricDelays;
import io.headroom.cloudwatch.MetricSettings;
import io.headroom.cloudwatch.PercentileEstimator;
import io.headroom.cloudwatch.QueryAnchor;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Reads {@code metrics: {percentile: nearest-rank | interpolated, queryAnchor: start | clock}} and
 * {@code metricDelays: {ec2: 60s, statusCheck: 60s, ...}}.
 */
final class MetricSettingsSection {
  private static final Notation<PercentileEstimator> PERCENTILE =
      Notations.word(
          Map.of(
              "nearest-rank", PercentileEstimator.NEAREST_RANK,
              "interpolated", PercentileEstimator.INTERPOLATED));

  private static final Notation<QueryAnchor> ANCHOR =
      Notations.word(Map.of("start", QueryAnchor.START, "clock", QueryAnchor.CLOCK));

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
                    .withAnchor(section.read("queryAnchor", ANCHOR).orElse(defaults.anchor())))
        .orElse(defaults);
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
