package io.headroom.policies.aws;

import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.Statistic;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ALBRequestCountPerTarget} of the target group that a {@code ResourceLabel} names.
 *
 * @param resourceLabel {@code app/NAME/HEX/targetgroup/NAME/HEX}
 */
public record LabelledMetric(String resourceLabel) implements TrackedMetric {
  private static final Pattern LABEL =
      Pattern.compile("(app/[^/]+/[^/]+)/(targetgroup/[^/]+/[^/]+)");

  /**
   * Checks the label.
   *
   * @throws AutoScalingException if it has another form
   */
  public LabelledMetric {
    if (!LABEL.matcher(resourceLabel).matches()) {
      throw new AutoScalingException(
          "predefined metric",
          List.of(
              PolicyRefusals.label(
                  "ResourceLabel must be app/NAME/ID/targetgroup/NAME/ID, was '%s'"
                      .formatted(resourceLabel))));
    }
  }

  @Override
  public MetricStat of(GroupIdentity group) {
    Matcher label = LABEL.matcher(resourceLabel);
    if (!label.matches()) {
      throw new IllegalStateException(resourceLabel);
    }
    Metric metric =
        Metric.of("AWS/ApplicationELB", "RequestCountPerTarget")
            .with("LoadBalancer", label.group(1))
            .with("TargetGroup", label.group(2));
    return new MetricStat(metric, Statistic.SUM, Duration.ofMinutes(1));
  }
}
