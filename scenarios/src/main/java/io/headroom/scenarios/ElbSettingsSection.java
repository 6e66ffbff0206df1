package io.headroom.scenarios;

import io.headroom.elb.ElbSettings;
import io.headroom.elb.ElbSettings.Drain;
import io.headroom.elb.ElbSettings.IdleMetrics;
import io.headroom.elb.ElbSettings.TargetCodes;
import java.util.Map;

/**
 * Reads {@code elb}: {@code latency}, {@code probeDemand}, {@code healthCheckPhase}, {@code
 * networkFirstCheck}, {@code networkFirstCheckSpread}, {@code drain: whole-delay | last-request},
 * {@code idleMetrics: published | absent}, {@code targetCodes: registered | nonzero}.
 */
final class ElbSettingsSection {
  private static final Notation<Drain> DRAIN =
      Notations.word(Map.of("whole-delay", Drain.WHOLE_DELAY, "last-request", Drain.LAST_REQUEST));

  private static final Notation<IdleMetrics> IDLE_METRICS =
      Notations.word(Map.of("published", IdleMetrics.PUBLISHED, "absent", IdleMetrics.ABSENT));

  private static final Notation<TargetCodes> TARGET_CODES =
      Notations.word(Map.of("registered", TargetCodes.REGISTERED, "nonzero", TargetCodes.NONZERO));

  private ElbSettingsSection() {}

  static ElbSettings read(Section assumptions) {
    return assumptions.section("elb").map(ElbSettingsSection::settings).orElse(ElbSettings.DEFAULT);
  }

  private static ElbSettings settings(Section section) {
    ElbSettings defaults = ElbSettings.DEFAULT;
    return new ElbSettings(
        section.duration("latency", defaults.latency()),
        section.duration("probeDemand", defaults.probeDemand()),
        section.duration("healthCheckPhase", defaults.healthCheckPhase()),
        section.duration("networkFirstCheck", defaults.networkFirstCheck()),
        section.duration("networkFirstCheckSpread", defaults.networkFirstCheckSpread()),
        section.read("drain", DRAIN).orElse(defaults.drain()),
        section.read("idleMetrics", IDLE_METRICS).orElse(defaults.idleMetrics()),
        section.read("targetCodes", TARGET_CODES).orElse(defaults.targetCodes()));
  }
}
