package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import java.util.List;

/** Finds the causes of trouble that a run shows, in words. */
public final class Diagnosis {
  private static final List<Detector> DETECTORS =
      List.of(
          new HookHoldsSimpleScaling(),
          new PoliciesFight(),
          new PolicyOscillates(),
          new GraceShorterThanBoot(),
          new ChecksPassTooEarly(),
          new RebalancingKillsHealthy(),
          new RefreshScalesOut(),
          new ScaleInIsSlow(),
          new PeriodShorterThanMonitoring(),
          new BacklogDoesNotScale());

  private Diagnosis() {}

  /** Returns what each detector found, group by group. */
  public static List<Finding> of(SimulationResult result) {
    return result.scenario().groups().stream()
        .flatMap(
            group -> DETECTORS.stream().flatMap(detector -> detector.find(result, group).stream()))
        .toList();
  }
}
