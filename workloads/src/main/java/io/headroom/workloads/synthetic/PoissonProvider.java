package io.headroom.workloads.synthetic;

import io.headroom.sim.Settings;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import io.headroom.workloads.Poisson;
import io.headroom.workloads.RateFunction;

/** Reads {@code poisson: {rate: 120/s}}: independent requests at a constant rate. */
public final class PoissonProvider implements WorkloadProvider {
  @Override
  public String key() {
    return "poisson";
  }

  @Override
  public Workload create(Settings settings) {
    RateFunction rate = RateFunction.constant(Checked.requiredRate(settings, "rate"));
    return new Poisson(key(), Surges.over(rate, settings));
  }
}
