package io.headroom;

import io.headroom.autoscaling.AutoScalingSettings;
import io.headroom.autoscaling.Timings;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.MetricSettings;
import io.headroom.ec2.spot.SpotSettings;
import io.headroom.elb.ElbSettings;

/**
 * The named assumptions of a run: whatever AWS leaves open.
 *
 * @param timings delays of Auto Scaling and EC2
 * @param alarms evaluation of alarms
 * @param elb behaviour of load balancers
 * @param metrics statistics and visibility of metrics
 * @param autoScaling contested points about groups and policies
 * @param spot the Spot market
 */
public record SimulationSettings(
    Timings timings,
    AlarmSettings alarms,
    ElbSettings elb,
    MetricSettings metrics,
    AutoScalingSettings autoScaling,
    SpotSettings spot) {
  /** The documented default of every assumption. */
  public static final SimulationSettings DEFAULT =
      new SimulationSettings(
          Timings.typical(),
          AlarmSettings.DEFAULT,
          ElbSettings.DEFAULT,
          MetricSettings.DEFAULT,
          AutoScalingSettings.DEFAULT,
          SpotSettings.DEFAULT);

  /** Returns a copy with other timings. */
  public SimulationSettings timings(Timings newTimings) {
    return new SimulationSettings(newTimings, alarms, elb, metrics, autoScaling, spot);
  }

  /** Returns a copy with other settings of alarms. */
  public SimulationSettings alarms(AlarmSettings newAlarms) {
    return new SimulationSettings(timings, newAlarms, elb, metrics, autoScaling, spot);
  }

  /** Returns a copy with other settings of load balancers. */
  public SimulationSettings elb(ElbSettings newElb) {
    return new SimulationSettings(timings, alarms, newElb, metrics, autoScaling, spot);
  }

  /** Returns a copy with other settings of metrics. */
  public SimulationSettings metrics(MetricSettings newMetrics) {
    return new SimulationSettings(timings, alarms, elb, newMetrics, autoScaling, spot);
  }

  /** Returns a copy with other contested points about groups and policies. */
  public SimulationSettings autoScaling(AutoScalingSettings newAutoScaling) {
    return new SimulationSettings(timings, alarms, elb, metrics, newAutoScaling, spot);
  }

  /** Returns a copy with other assumptions about the Spot market. */
  public SimulationSettings spot(SpotSettings newSpot) {
    return new SimulationSettings(timings, alarms, elb, metrics, autoScaling, newSpot);
  }
}
