package io.headroom.scenarios;

import io.headroom.autoscaling.Timings;
import java.util.Map;

/**
 * Reads {@code timings: typical | deterministic | immediate}, or single delays beside a {@code
 * profile}: {@code timings: {profile: typical, reconcileDelay: {uniform: {from: 1s, to: 10s}}}}.
 */
final class TimingsSection {
  private static final Notation<Timings> PROFILE =
      Notations.word(
          Map.of(
              "typical", Timings.typical(),
              "deterministic", Timings.deterministic(),
              "immediate", Timings.immediate()));

  private TimingsSection() {}

  static Timings read(Section assumptions) {
    return assumptions.settings("timings").map(TimingsSection::timings).orElse(Timings.typical());
  }

  private static Timings timings(Section section) {
    Timings profile = section.read("profile", PROFILE).orElse(Timings.typical());
    return new Timings(
        Laws.read(section, "alarmToPolicy").orElse(profile.alarmToPolicy()),
        Laws.read(section, "reconcileDelay").orElse(profile.reconcileDelay()),
        Laws.read(section, "ec2CallDelay").orElse(profile.ec2CallDelay()),
        Laws.read(section, "pendingToRunning").orElse(profile.pendingToRunning()),
        Laws.read(section, "runningToInService").orElse(profile.runningToInService()),
        Laws.read(section, "terminateDuration").orElse(profile.terminateDuration()),
        Laws.read(section, "scheduledLateness").orElse(profile.scheduledLateness()),
        section.positive("healthPollInterval", profile.healthPollInterval()),
        section.duration("impairedTolerance", profile.impairedTolerance()),
        section.positive("launchRetry", profile.launchRetry()),
        section.positive("launchRetryLimit", profile.launchRetryLimit()));
  }
}
