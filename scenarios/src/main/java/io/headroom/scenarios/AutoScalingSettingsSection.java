package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingSettings;
import io.headroom.autoscaling.AutoScalingSettings.CooldownStart;
import io.headroom.autoscaling.AutoScalingSettings.ExitStandby;
import io.headroom.autoscaling.AutoScalingSettings.FallbackWarmup;
import io.headroom.autoscaling.AutoScalingSettings.UnboundedStep;
import io.headroom.autoscaling.AutoScalingSettings.WarmupBase;
import io.headroom.autoscaling.TargetTrackingSettings;
import io.headroom.autoscaling.TargetTrackingSettings.EmptyGroup;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code autoScaling}, the contested points: {@code warmupBase: exclude-warming | desired},
 * {@code cooldownStartOnDrain: end | start}, {@code allowUnboundedStep}, {@code
 * fallbackWarmupHidesMetrics}, {@code exitStandbyIncrement: always | only-if-decremented}, and for
 * target tracking {@code ttAlarmLowFactor}, {@code ttSmallGroupFactor}, {@code ttSmallGroupSize},
 * {@code optZeroAsOne}, {@code ttMaxScaleInFraction}.
 */
final class AutoScalingSettingsSection {
  private static final Notation<WarmupBase> WARMUP_BASE =
      Notations.word(
          Map.of("exclude-warming", WarmupBase.EXCLUDE_WARMING, "desired", WarmupBase.DESIRED));

  private static final Notation<CooldownStart> COOLDOWN_START =
      Notations.word(Map.of("end", CooldownStart.END, "start", CooldownStart.START));

  private static final Notation<ExitStandby> EXIT_STANDBY =
      Notations.word(
          Map.of(
              "always",
              ExitStandby.ALWAYS,
              "only-if-decremented",
              ExitStandby.ONLY_IF_DECREMENTED));

  private static final Notation<Boolean> FLAG =
      Notations.word(Map.of("true", true, "false", false));

  private static final Notation<Integer> SIZE =
      Notations.WHOLE
          .where(size -> size >= 0 && size <= 100_000, "a whole number from 0 to 100000")
          .map(Math::toIntExact);

  private static final Notation<Double> SHARE =
      Notations.SHARE.where(share -> share > 0, "a share above 0 and up to 1");

  private AutoScalingSettingsSection() {}

  static AutoScalingSettings read(Section assumptions) {
    return assumptions
        .section("autoScaling")
        .map(AutoScalingSettingsSection::settings)
        .orElse(AutoScalingSettings.DEFAULT);
  }

  /** Looks ahead, for the template, without judging what is there. */
  static boolean allowsUnboundedStep(Section root) {
    return root.value("assumptions")
        .flatMap(each -> below(each, "autoScaling"))
        .flatMap(each -> below(each, "allowUnboundedStep"))
        .flatMap(Value::scalar)
        .equals(Optional.of("true"));
  }

  private static Optional<Value> below(Value value, String key) {
    return value.isMap() ? value.section().flatMap(map -> map.value(key)) : Optional.empty();
  }

  private static AutoScalingSettings settings(Section section) {
    AutoScalingSettings defaults = AutoScalingSettings.DEFAULT;
    return new AutoScalingSettings(
        section.read("warmupBase", WARMUP_BASE).orElse(defaults.warmupBase()),
        section.read("cooldownStartOnDrain", COOLDOWN_START).orElse(CooldownStart.END),
        isOn(section, "allowUnboundedStep") ? UnboundedStep.ALLOWED : UnboundedStep.REFUSED,
        isOn(section, "fallbackWarmupHidesMetrics")
            ? FallbackWarmup.HIDDEN
            : FallbackWarmup.COUNTED,
        targetTracking(section),
        section.read("exitStandbyIncrement", EXIT_STANDBY).orElse(defaults.exitStandby()));
  }

  private static TargetTrackingSettings targetTracking(Section section) {
    TargetTrackingSettings defaults = TargetTrackingSettings.DEFAULT;
    return new TargetTrackingSettings(
        section.read("ttAlarmLowFactor", SHARE).orElse(defaults.alarmLowFactor()),
        section.read("ttSmallGroupFactor", SHARE).orElse(defaults.smallGroupFactor()),
        section.read("ttSmallGroupSize", SIZE).orElse(defaults.smallGroupSize()),
        isOn(section, "optZeroAsOne") ? EmptyGroup.AS_ONE : EmptyGroup.NO_ACTION,
        section.read("ttMaxScaleInFraction", SHARE).orElse(defaults.maxScaleInFraction()));
  }

  private static boolean isOn(Section section, String key) {
    return section.read(key, FLAG).orElse(false);
  }
}
