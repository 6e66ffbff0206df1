package io.headroom.reports;

import static io.headroom.reports.SampleEvents.byAlarm;
import static io.headroom.reports.SampleEvents.entry;
import static io.headroom.reports.SampleEvents.failedLaunch;
import static io.headroom.reports.SampleEvents.launch;
import static io.headroom.reports.SampleEvents.reaction;
import static io.headroom.reports.SampleEvents.repeated;
import static io.headroom.reports.SampleEvents.termination;

import io.headroom.CapacitySummary;
import io.headroom.Slo;
import io.headroom.SloOutcome;
import io.headroom.autoscaling.Obstacle;
import java.time.Duration;
import java.util.OptionalInt;

/** Whole runs made by hand. */
final class SampleRuns {
  private static final String UNHEALTHY =
      "At 2026-11-27T00:45:00Z an instance was taken out of service in response to an ELB system"
          + " health check failure.";

  private SampleRuns() {}

  /** An hour in which the load more than doubles for 20 minutes, and the objective is missed. */
  static SampleResults crowd() {
    String surge = byAlarm("00:21:10", 2, 6);
    return SampleResults.named("crowd")
        .duration(Duration.ofHours(1))
        .speed(12_000_000, 0.75)
        .requests(5_400_000, 12_000, 3_000, 25)
        .latency(SampleResults.LATENCY)
        .slo(
            Slo.latency(99, Duration.ofMillis(300)).errors(0.01),
            new SloOutcome(93_000, 11, 0.00277, false))
        .capacity(new CapacitySummary(2, 5.5, 8, 5.5, 6, 2, 2, 1))
        .cost(SampleResults.COST)
        .group("WebGroup")
        .minutes("requestsPerSecond", "1/s", m -> m < 20 ? 900 : m < 40 ? 2_400 : 1_200)
        .minutes("WebGroup.inService", "instances", m -> m < 24 ? 2 : m < 45 ? 8 : 6)
        .activity(
            launch(1, 1_290, surge),
            launch(2, 1_290, surge),
            failedLaunch(3, 1_291, surge),
            termination(1, 2_700, UNHEALTHY))
        .ledger(
            entry(1_260, 2, OptionalInt.of(6)),
            repeated(
                entry(1_320, 6, OptionalInt.of(25), Obstacle.MAXIMUM, Obstacle.ALREADY_DESIRED), 7))
        .reaction(reaction(1_200, 60_000, 2_000, 0, 0, 0, 19_333, 70_100, 20_000, 0))
        .warning("the accept queues of WebGroup were full for 12 minutes");
  }
}
