package io.headroom;

import io.headroom.autoscaling.Timings;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.elb.ElbSettings;

/**
 * The named assumptions of a run: whatever AWS leaves open.
 *
 * @param timings delays of Auto Scaling and EC2
 * @param alarms evaluation of alarms
 * @param elb behaviour of load balancers
 * @param metricDelays visibility of metrics
 */
public record SimulationSettings(
    Timings timings, AlarmSettings alarms, ElbSettings elb, MetricDelays metricDelays) {
  /** The documented default of every assumption. */
  public static final SimulationSettings DEFAULT =
      new SimulationSettings(
          Timings.typical(), AlarmSettings.DEFAULT, ElbSettings.DEFAULT, MetricDelays.DEFAULT);

  /** Returns a copy with other timings. */
  public SimulationSettings timings(Timings newTimings) {
    return new SimulationSettings(newTimings, alarms, elb, metricDelays);
  }

  /** Returns a copy with other settings of alarms. */
  public SimulationSettings alarms(AlarmSettings newAlarms) {
    return new SimulationSettings(timings, newAlarms, elb, metricDelays);
  }

  /** Returns a copy with other settings of load balancers. */
  public SimulationSettings elb(ElbSettings newElb) {
    return new SimulationSettings(timings, alarms, newElb, metricDelays);
  }

  /** Returns a copy with other delays of metrics. */
  public SimulationSettings metricDelays(MetricDelays newMetricDelays) {
    return new SimulationSettings(timings, alarms, elb, newMetricDelays);
  }
}
