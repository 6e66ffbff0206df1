package io.headroom.workloads.synthetic;

import io.headroom.sim.Settings;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import io.headroom.workloads.Poisson;
import io.headroom.workloads.RateFunction;
import java.time.Duration;

/**
 * A rate that moves in a line from one value to another and stays there.
 *
 * @param from the rate before, in requests per second
 * @param to the rate after, in requests per second
 * @param start when it begins to move, since the start of the run
 * @param length how long it moves; zero for a jump
 */
public record Ramp(double from, double to, Duration start, Duration length) {
  /** Returns the rate over time. */
  public RateFunction rate() {
    return PiecewiseLinear.startingAt(from).holdUntil(start).rampTo(to, start.plus(length)).build();
  }

  /** Returns the Poisson workload with this rate. */
  public Poisson workload() {
    return new Poisson("ramp", rate());
  }

  /** Reads {@code ramp: {from: 100/s, to: 1000/s, at: 1h, for: 30m}}; all of the run by default. */
  public static final class Provider implements WorkloadProvider {
    @Override
    public String key() {
      return "ramp";
    }

    @Override
    public Workload create(Settings settings) {
      Duration start = settings.has("at") ? Checked.requiredTime(settings, "at") : Duration.ZERO;
      Duration rest = settings.duration().minus(start);
      Ramp ramp =
          new Ramp(
              Checked.requiredRate(settings, "from"),
              Checked.requiredRate(settings, "to"),
              start,
              Checked.span(settings, "for", rest.isNegative() ? Duration.ZERO : rest));
      return new Poisson(key(), Surges.over(ramp.rate(), settings));
    }
  }
}
