package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.HealthCheckKind;
import io.headroom.autoscaling.ScalingActivity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The health check replaces instances that are still booting, so that they are launched, billed and
 * killed for ever.
 */
final class GraceShorterThanBoot implements Detector {
  private static final int OFTEN = 3;
  private static final String BY_HEALTH_CHECK = "ELB system health check failure";

  @Override
  public Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group) {
    Map<String, ScalingActivity> launches = new HashMap<>();
    for (ScalingActivity launch : Launches.of(result, group)) {
      launch.instance().ifPresent(id -> launches.put(id, launch));
    }
    List<Long> lives =
        result.activities().stream()
            .filter(each -> each.group().equals(group.name()))
            .filter(each -> each.cause().contains(BY_HEALTH_CHECK))
            .flatMap(each -> life(each, launches).stream())
            .toList();
    double launchTime = Launches.bootSeconds(result, group);
    boolean isShort = group.gracePeriod().toSeconds() < launchTime;
    return lives.size() < OFTEN || !isShort || group.healthCheck() != HealthCheckKind.ELB
        ? Optional.empty()
        : Optional.of(finding(group, lives, launchTime));
  }

  /** How long an instance was in service until it was replaced. */
  private static Optional<Long> life(
      ScalingActivity termination, Map<String, ScalingActivity> launches) {
    return termination
        .instance()
        .map(launches::get)
        .filter(launch -> launch.endNanos().isPresent())
        .map(launch -> termination.startNanos() - launch.endNanos().get());
  }

  private static Finding finding(
      AutoScalingGroupSpec group, List<Long> lives, double launchSeconds) {
    long mean = (long) lives.stream().mapToLong(Long::longValue).average().orElse(0);
    return new Finding(
        group.name(),
        "the grace period is shorter than the boot",
        ("%d instances were launched, failed the load balancer's health check and were replaced, on"
                + " average %s after they came into service. An instance needs about %s until its"
                + " application answers, and the grace period is %s, so no instance lives to serve."
                + " Make the grace period longer than the slowest boot.")
            .formatted(
                lives.size(),
                Words.length(mean),
                Words.length(Math.round(launchSeconds * 1e9)),
                Words.length(group.gracePeriod())));
  }
}
