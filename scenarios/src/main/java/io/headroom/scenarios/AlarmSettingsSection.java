package io.headroom.scenarios;

import io.headroom.cloudwatch.ActionRepeats;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.EvaluationRange;
import io.headroom.cloudwatch.YoungBreach;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads {@code alarms}: {@code extraBuckets} and {@code extraTime} of the evaluation range, {@code
 * evaluationRange: {ALARM: BUCKETS}} of single alarms, {@code youngBreach: ok | retain}, {@code
 * phase} (when within the minute every alarm is evaluated), {@code repeatStates} and {@code
 * repeatInterval} of the scaling actions.
 */
final class AlarmSettingsSection {
  private static final Notation<Integer> BUCKETS =
      Notations.WHOLE
          .where(count -> count >= 0 && count <= 1_000, "a whole number from 0 to 1000")
          .map(Math::toIntExact);

  private static final Notation<YoungBreach> YOUNG_BREACH =
      Notations.word(Map.of("ok", YoungBreach.OK, "retain", YoungBreach.RETAIN));

  private static final Notation<AlarmState> STATE =
      Notations.word(
          Map.of(
              "OK", AlarmState.OK,
              "ALARM", AlarmState.ALARM,
              "INSUFFICIENT_DATA", AlarmState.INSUFFICIENT_DATA));

  private static final Notation<Duration> PHASE =
      Notations.DURATION.where(
          phase -> phase.compareTo(Duration.ofHours(1)) < 0, "a duration below 1h, such as 30s");

  private AlarmSettingsSection() {}

  static AlarmSettings read(Section assumptions, Instant start) {
    AlarmSettings defaults = AlarmSettings.DEFAULT.withStart(start);
    return assumptions.section("alarms").map(alarms -> settings(alarms, defaults)).orElse(defaults);
  }

  private static AlarmSettings settings(Section section, AlarmSettings defaults) {
    EvaluationRange range = defaults.evaluationRange();
    Optional<Duration> phase = section.read("phase", PHASE);
    return new AlarmSettings(
        defaults.start(),
        new EvaluationRange(
            section.read("extraBuckets", BUCKETS).orElse(range.extraBuckets()),
            section.duration("extraTime", range.extraTime()),
            ranges(section)),
        section.read("youngBreach", YOUNG_BREACH).orElse(defaults.youngBreach()),
        phase.map(p -> OptionalInt.of((int) p.toSeconds())).orElse(OptionalInt.empty()),
        new ActionRepeats(
            states(section).orElse(defaults.repeats().states()),
            section.positive("repeatInterval", defaults.repeats().interval())));
  }

  private static Map<String, Integer> ranges(Section section) {
    Map<String, Integer> ranges = new LinkedHashMap<>();
    section
        .section("evaluationRange")
        .ifPresent(
            byAlarm ->
                byAlarm
                    .keys()
                    .forEach(
                        alarm ->
                            byAlarm
                                .read(alarm, BUCKETS)
                                .ifPresent(buckets -> ranges.put(alarm, buckets))));
    return ranges;
  }

  private static Optional<Set<AlarmState>> states(Section section) {
    return section
        .value("repeatStates")
        .map(
            value -> {
              Set<AlarmState> states = EnumSet.noneOf(AlarmState.class);
              List<Value> items = value.items();
              items.forEach(item -> item.as(STATE).ifPresent(states::add));
              return states;
            });
  }
}
