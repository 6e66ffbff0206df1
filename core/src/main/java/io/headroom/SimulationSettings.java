package io.headroom;

import io.headroom.autoscaling.AutoScalingSettings;
import io.headroom.autoscaling.Timings;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.MetricSettings;
import io.headroom.elb.ElbSettings;

/**
 * The named assumptions of a run: whatever AWS leaves open.
 *
 * @param timings delays of Auto Scaling and EC2
 * @param alarms evaluation of alarms
 * @param elb behaviour of load balancers
 * @param metrics statistics and visibility of metrics
 * @param autoScaling contested points about groups and policies
 */
public record SimulationSettings(
    Timings timings,
    AlarmSettings alarms,
    ElbSettings elb,
    MetricSettings metrics,
    AutoScalingSettings autoScaling) {
  /** The documented default of every assumption. */
  public static final SimulationSettings DEFAULT =
      new SimulationSettings(
          Timings.typical(),
          AlarmSettings.DEFAULT,
          ElbSettings.DEFAULT,
          MetricSettings.DEFAULT,
          AutoScalingSettings.DEFAULT);

  /** Returns a copy with other timings. */
  public SimulationSettings timings(Timings newTimings) {
    return new SimulationSettings(newTimings, alarms, elb, metrics, autoScaling);
  }

  /** Returns a copy with other settings of alarms. */
  public SimulationSettings alarms(AlarmSettings newAlarms) {
    return new SimulationSettings(timings, newAlarms, elb, metrics, autoScaling);
  }

  /** Returns a copy with other settings of load balancers. */
  public SimulationSettings elb(ElbSettings newElb) {
    return new SimulationSettings(timings, alarms, newElb, metrics, autoScaling);
  }

  /** Returns a copy with other settings of metrics. */
  public SimulationSettings metrics(MetricSettings newMetrics) {
    return new SimulationSettings(timings, alarms, elb, newMetrics, autoScaling);
  }

  /** Returns a copy with other contested points about groups and policies. */
  public SimulationSettings autoScaling(AutoScalingSettings newAutoScaling) {
    return new SimulationSettings(timings, alarms, elb, metrics, newAutoScaling);
  }
}
