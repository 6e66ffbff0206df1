package io.headroom.scenarios;

import io.headroom.MetricDelays;

/** Reads {@code metricDelays: {ec2: 60s, elb: 60s, autoScaling: 30s}}. */
final class MetricDelaysSection {
  private MetricDelaysSection() {}

  static MetricDelays read(Section assumptions) {
    MetricDelays defaults = MetricDelays.DEFAULT;
    return assumptions
        .section("metricDelays")
        .map(
            section ->
                new MetricDelays(
                    section.duration("ec2", defaults.ec2()),
                    section.duration("elb", defaults.elb()),
                    section.duration("autoScaling", defaults.autoScaling())))
        .orElse(defaults);
  }
}
