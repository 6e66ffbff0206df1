package io.headroom;

import io.headroom.cloudwatch.AlarmActions;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.MetricStat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds alarms that share a name and differ. A run has one alarm of each name, so all but one of
 * the definitions would be lost.
 */
final class AlarmProblems {
  /** The period comes before what is watched, which holds it too but does not print it. */
  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("period", spec -> spec.period().toSeconds() + " s"),
          new Setting("unit", spec -> words(spec.metricStat().flatMap(MetricStat::unit))),
          new Setting("metric", AlarmSpec::input),
          new Setting("condition", AlarmSpec::condition),
          new Setting("missing data", AlarmSpec::missingData),
          new Setting("low samples", AlarmSpec::lowSamples),
          new Setting("evaluation range", spec -> words(range(spec))),
          new Setting("wall clock", spec -> words(spec.wallClock())),
          new Setting("warm-up", spec -> words(spec.warmUp())),
          new Setting("actions enabled", spec -> spec.actions().enabled()),
          new Setting("actions", AlarmProblems::notifications),
          new Setting("description", spec -> "'%s'".formatted(spec.description())));

  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /** A property of alarms. */
  private record Setting(String name, Function<AlarmSpec, Object> value) {
    boolean differs(AlarmSpec one, AlarmSpec other) {
      return !value.apply(one).equals(value.apply(other));
    }
  }

  /** An alarm and who brought it. */
  private record Definition(String owner, AlarmSpec spec) {}

  /**
   * Compares an alarm with the first one of its name.
   *
   * @param owner who brings it, in words
   * @param spec the alarm
   */
  void add(String owner, AlarmSpec spec) {
    Definition first = definitions.putIfAbsent(spec.name(), new Definition(owner, spec));
    if (first != null) {
      SETTINGS.stream()
          .filter(setting -> setting.differs(first.spec, spec))
          .findFirst()
          .ifPresent(setting -> problems.add(problem(setting, first, owner, spec)));
    }
  }

  private static String problem(Setting setting, Definition first, String owner, AlarmSpec spec) {
    return "alarm %s: %s is %s in %s, and %s in %s; alarms of one name must be equal"
        .formatted(
            spec.name(),
            setting.name,
            setting.value.apply(first.spec),
            first.owner,
            setting.value.apply(spec),
            owner);
  }

  /** Returns a line for each alarm that differs from the first one of its name. */
  List<String> problems() {
    return problems;
  }

  /** Actions that scale are put in place by the policies, whatever the alarm says. */
  private static Map<AlarmState, List<String>> notifications(AlarmSpec spec) {
    Map<AlarmState, List<String>> kept = new EnumMap<>(AlarmState.class);
    spec.actions()
        .byState()
        .forEach(
            (state, actions) -> {
              List<String> others =
                  actions.stream().filter(action -> !AlarmActions.isScaling(action)).toList();
              if (!others.isEmpty()) {
                kept.put(state, others);
              }
            });
    return kept;
  }

  private static Optional<Integer> range(AlarmSpec spec) {
    return spec.evaluationRange().stream().boxed().findFirst();
  }

  private static String words(Optional<?> value) {
    return value.map(String::valueOf).orElse("not set");
  }
}
