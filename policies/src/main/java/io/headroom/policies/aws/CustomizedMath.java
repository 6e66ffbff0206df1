package io.headroom.policies.aws;

import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.cloudwatch.AlarmInput;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.cloudwatch.MetricStat;
import java.util.ArrayList;
import java.util.List;

/**
 * Metric math of the user's choice for target tracking, such as the backlog of a queue for each
 * instance.
 *
 * <p>"TargetTrackingMetricDataQuery", Amazon EC2 Auto Scaling API Reference; "Create a target
 * tracking scaling policy using metric math", Amazon EC2 Auto Scaling User Guide.
 *
 * @param math the queries, of which exactly one returns data; constants of {@link GroupMetrics}
 *     take the names of the group
 */
public record CustomizedMath(MetricMath math) implements TrackedMetric {
  private static final String METRICS = "Metrics";

  /**
   * Checks the queries.
   *
   * @throws AutoScalingException if AWS would refuse them
   */
  public CustomizedMath {
    List<Refusal> refusals = new ArrayList<>();
    if (math.results().size() != 1) {
      refusals.add(
          PolicyRefusals.metric(
              METRICS, "exactly one query must return data, found " + math.results().size()));
    }
    for (MetricStat stat : math.metrics()) {
      if (!CustomizedMetric.PERIODS.contains(stat.period())) {
        refusals.add(
            PolicyRefusals.metric(
                METRICS,
                "period of a customized metric must be 10, 30 or 60 s, was %d s"
                    .formatted(stat.period().toSeconds())));
      }
    }
    AutoScalingException.require("customized metric", refusals);
  }

  @Override
  public AlarmInput of(GroupIdentity group) {
    return math.mapMetrics(metric -> GroupMetrics.of(metric, group));
  }
}
