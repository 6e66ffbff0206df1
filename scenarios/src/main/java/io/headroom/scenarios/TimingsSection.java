package io.headroom.scenarios;

import io.headroom.autoscaling.Timings;
import io.headroom.sim.Distribution;
import java.util.Map;

/**
 * Reads {@code timings: fast | typical | slow | windows | deterministic | immediate}, or single
 * delays beside a {@code profile}: {@code timings: {profile: typical, reconcileDelay: {uniform:
 * {from: 1s, to: 10s}}}}.
 */
final class TimingsSection {
  private static final Notation<Timings> PROFILE =
      Notations.word(
          Map.of(
              "fast", Timings.fast(),
              "typical", Timings.typical(),
              "slow", Timings.slow(),
              "windows", Timings.windows(),
              "deterministic", Timings.deterministic(),
              "immediate", Timings.immediate()));

  private TimingsSection() {}

  static Timings read(Section assumptions) {
    return assumptions.settings("timings").map(TimingsSection::timings).orElse(Timings.typical());
  }

  private static Timings timings(Section section) {
    Timings profile = section.read("profile", PROFILE).orElse(Timings.typical());
    return profile.with(
        timings ->
            timings
                .alarmToPolicy(law(section, "alarmToPolicy", profile.alarmToPolicy()))
                .reconcileDelay(law(section, "reconcileDelay", profile.reconcileDelay()))
                .ec2CallDelay(law(section, "ec2CallDelay", profile.ec2CallDelay()))
                .pendingToRunning(law(section, "pendingToRunning", profile.pendingToRunning()))
                .runningToInService(
                    law(section, "runningToInService", profile.runningToInService()))
                .guestReady(BootProfile.read(section, "guestReady").orElse(profile.guestReady()))
                .terminateDuration(law(section, "terminateDuration", profile.terminateDuration()))
                .scheduledLateness(law(section, "scheduledLateness", profile.scheduledLateness()))
                .healthPollInterval(
                    section.positive("healthPollInterval", profile.healthPollInterval()))
                .impairedTolerance(
                    section.duration("impairedTolerance", profile.impairedTolerance()))
                .launchRetry(section.positive("launchRetry", profile.launchRetry()))
                .launchRetryLimit(section.positive("launchRetryLimit", profile.launchRetryLimit()))
                .azFailureThreshold(
                    section.duration("azFailureThreshold", profile.azFailureThreshold()))
                .rebalanceInterval(
                    section.duration("rebalanceInterval", profile.rebalanceInterval())));
  }

  private static Distribution law(Section section, String key, Distribution otherwise) {
    return Laws.read(section, key).orElse(otherwise);
  }
}
