package io.headroom.workloads.synthetic;

import io.headroom.sim.Settings;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import io.headroom.workloads.Poisson;
import java.time.Duration;

/**
 * Reads {@code steps: {rate: 100/s, steps: [{at: 1h, rate: 300/s}, {at: 2h, rate: 50/s}]}}: a rate
 * that jumps at each time given; with {@code over: 10m} a step moves in a line for so long.
 */
public final class StepsProvider implements WorkloadProvider {
  @Override
  public String key() {
    return "steps";
  }

  @Override
  public Workload create(Settings settings) {
    PiecewiseLinear.Builder rate =
        PiecewiseLinear.startingAt(Checked.requiredRate(settings, "rate"));
    Duration reached = Duration.ZERO;
    for (Settings step : settings.list("steps")) {
      reached = add(rate, step, reached);
    }
    return new Poisson(key(), Surges.over(rate.build(), settings));
  }

  /** Adds one step and returns the time at which it is complete. */
  private static Duration add(PiecewiseLinear.Builder rate, Settings step, Duration reached) {
    Duration at = Checked.requiredTime(step, "at");
    double target = Checked.requiredRate(step, "rate");
    Duration end = at.plus(Checked.span(step, "over", Duration.ZERO));
    if (at.compareTo(reached) < 0) {
      step.problem(
          "at", "steps must ascend: at %s, but the last one ends at %s".formatted(at, reached));
      return reached;
    }
    rate.holdUntil(at).rampTo(target, end);
    return end;
  }
}
