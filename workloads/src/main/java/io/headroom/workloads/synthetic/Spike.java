package io.headroom.workloads.synthetic;

import io.headroom.sim.Settings;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import io.headroom.workloads.Poisson;
import io.headroom.workloads.RateFunction;
import java.time.Duration;

/**
 * The volume profile of a spike: Bodik, Fox, Franklin, Jordan and Patterson, "Characterizing,
 * Modeling, and Generating Workload Spikes for Stateful Services", SoCC 2010, doi
 * 10.1145/1807128.1807166. The data hot spot of the paper is left out: it matters for stores, not
 * for stateless tiers.
 *
 * @param start when the rise begins, since the start of the run
 * @param rise the time to the peak; zero for a jump
 * @param plateau the time at the peak
 * @param decay the time back to normal; zero for a jump
 * @param magnitude the peak as a multiple of the normal rate, at least 0
 */
public record Spike(
    Duration start, Duration rise, Duration plateau, Duration decay, double magnitude) {
  /** Checks the ranges. */
  public Spike {
    if (start.isNegative() || rise.isNegative() || plateau.isNegative() || decay.isNegative()) {
      throw new IllegalArgumentException(
          "durations of a spike must not be negative, were %s, %s, %s, %s"
              .formatted(start, rise, plateau, decay));
    }
    if (!(magnitude >= 0 && magnitude < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "magnitude must be finite and at least 0, was " + magnitude);
    }
  }

  /** Returns the multiple of the normal rate over time: 1 before and after the spike. */
  public RateFunction factor() {
    Duration top = start.plus(rise);
    Duration topEnd = top.plus(plateau);
    return PiecewiseLinear.startingAt(1)
        .holdUntil(start)
        .rampTo(magnitude, top)
        .holdUntil(topEnd)
        .rampTo(1, topEnd.plus(decay))
        .build();
  }

  /** Reads one spike, with the time of its start under {@code at}. */
  static Spike read(Settings settings) {
    return new Spike(
        Checked.requiredTime(settings, "at"),
        Checked.span(settings, "rise", Duration.ofMinutes(1)),
        Checked.span(settings, "plateau", Duration.ofMinutes(5)),
        Checked.span(settings, "decay", Duration.ofMinutes(10)),
        Checked.share(settings, "magnitude", 5));
  }

  /**
   * Reads {@code spike: {normal: 100/s, at: 14:00, rise: 1m, plateau: 5m, decay: 10m, magnitude:
   * 5}}, a spike over a constant rate; other rates take {@code spikes} as a list.
   */
  public static final class Provider implements WorkloadProvider {
    @Override
    public String key() {
      return "spike";
    }

    @Override
    public Workload create(Settings settings) {
      RateFunction normal = RateFunction.constant(Checked.requiredRate(settings, "normal"));
      RateFunction spike = normal.times(read(settings).factor());
      return new Poisson(key(), Surges.over(spike, settings));
    }
  }
}
