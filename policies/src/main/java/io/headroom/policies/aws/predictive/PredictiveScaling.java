package io.headroom.policies.aws.predictive;

import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.Trigger;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.autoscaling.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Predictive scaling: forecasts the load of each hour from its history, and raises the capacity a
 * while before the hour begins. It never scales in, but holds up the scale-in of others.
 *
 * <p>"Predictive scaling for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide. AWS's
 * model is a black box; the simulator's takes the mean of the same hour of the week, or of the day,
 * over 14 days. The hour's forecast is a floor for the scale-in of other policies while it runs.
 *
 * @param name the policy's name
 * @param metrics the load, and the metric that the target is of
 * @param target the value of the scaling metric to hold, positive
 * @param mode whether it scales; default no
 * @param schedulingBuffer how long before an hour it acts, in [0, 1 h); default 300 s
 * @param breach what happens when a forecast comes close to MaxSize; default that MaxSize holds
 * @param foreknowledge what it knows when the run starts; default nothing
 */
public record PredictiveScaling(
    String name,
    MetricPair metrics,
    double target,
    ForecastMode mode,
    Duration schedulingBuffer,
    MaxCapacityBreach breach,
    Foreknowledge foreknowledge)
    implements ScalingPolicy {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DEFAULT_BUFFER = Duration.ofMinutes(5);

  /**
   * Checks what AWS would refuse.
   *
   * @throws AutoScalingException with every reason, if there is any
   */
  public PredictiveScaling {
    AutoScalingException.require(
        "policy " + name, refusals(target, schedulingBuffer.toSeconds(), breach));
  }

  /**
   * Returns why AWS would refuse such a policy; empty if it would not.
   *
   * @param target the target value
   * @param bufferSeconds SchedulingBufferTime
   * @param breach what happens when a forecast comes close to MaxSize
   */
  public static List<Refusal> refusals(
      double target, long bufferSeconds, MaxCapacityBreach breach) {
    List<Refusal> refusals = new ArrayList<>();
    if (!(target > 0) || Double.isInfinite(target)) {
      refusals.add(PolicyRefusals.target(target));
    }
    PolicyRefusals.schedulingBuffer(bufferSeconds).ifPresent(refusals::add);
    refusals.addAll(breach.refusals());
    return refusals;
  }

  /** Starts a policy that forecasts a load. */
  public static Builder on(MetricPair metrics) {
    return new Builder(metrics);
  }

  /** A pair of metrics in search of a target. */
  public static final class Builder {
    private final MetricPair metrics;

    private Builder(MetricPair metrics) {
      this.metrics = metrics;
    }

    /** Returns the policy with this target, which forecasts only, called {@code predictive}. */
    public PredictiveScaling target(double target) {
      return new PredictiveScaling(
          "predictive",
          metrics,
          target,
          ForecastMode.FORECAST_ONLY,
          DEFAULT_BUFFER,
          MaxCapacityBreach.HONOR,
          Foreknowledge.NONE);
    }
  }

  /** Returns a copy with another name. */
  public PredictiveScaling named(String newName) {
    return new PredictiveScaling(
        newName, metrics, target, mode, schedulingBuffer, breach, foreknowledge);
  }

  /** Returns a copy that scales, too. */
  public PredictiveScaling andScale() {
    return mode(ForecastMode.FORECAST_AND_SCALE);
  }

  /** Returns a copy in another mode. */
  public PredictiveScaling mode(ForecastMode newMode) {
    return new PredictiveScaling(
        name, metrics, target, newMode, schedulingBuffer, breach, foreknowledge);
  }

  /** Returns a copy that acts another while before the hour. */
  public PredictiveScaling schedulingBuffer(Duration newBuffer) {
    return new PredictiveScaling(name, metrics, target, mode, newBuffer, breach, foreknowledge);
  }

  /** Returns a copy that treats forecasts close to MaxSize another way. */
  public PredictiveScaling breach(MaxCapacityBreach newBreach) {
    return new PredictiveScaling(
        name, metrics, target, mode, schedulingBuffer, newBreach, foreknowledge);
  }

  /** Returns a copy that knows something when the run starts. */
  public PredictiveScaling knowing(Foreknowledge newForeknowledge) {
    return new PredictiveScaling(
        name, metrics, target, mode, schedulingBuffer, breach, newForeknowledge);
  }

  /** Returns the capacity that a load needs (PS12). */
  int capacityFor(double load) {
    return (int) Math.min(Integer.MAX_VALUE, StrictMath.ceil(load / target - 1e-9));
  }

  /** {@inheritDoc} Several may forecast, but only one may scale (PS2). */
  @Override
  public List<Refusal> refusalsAmong(List<ScalingPolicy> all) {
    long scaling =
        all.stream()
            .filter(
                each ->
                    each instanceof PredictiveScaling predictive
                        && predictive.mode == ForecastMode.FORECAST_AND_SCALE)
            .count();
    return scaling > 1 ? List.of(PolicyRefusals.secondForecastAndScale()) : List.of();
  }

  @Override
  public List<Trigger> triggers(GroupIdentity group) {
    Trigger atTheHour = new Trigger.OnClock(HOUR, Duration.ZERO);
    return schedulingBuffer.isZero()
        ? List.of(atTheHour)
        : List.of(new Trigger.OnClock(HOUR, schedulingBuffer), atTheHour);
  }

  @Override
  public Decider newDecider() {
    return new PredictiveDecider(this);
  }
}
