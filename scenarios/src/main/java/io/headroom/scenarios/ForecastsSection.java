package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.policies.aws.predictive.Foreknowledge;
import io.headroom.policies.aws.predictive.PredictiveScaling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code forecasts: {MorningPolicy: {history: [...], capacity: [...]}}}, what the predictive
 * scaling policies of a template know when the run starts. A history is a list of hourly loads, or
 * the traffic of the time before in the words of {@code workloads}, with a number of {@code hours}.
 */
final class ForecastsSection {
  private static final Notation<Double> LOAD =
      Notations.NUMBER.where(load -> load >= 0, "a load of at least 0");

  private static final Notation<Integer> CAPACITY =
      Notations.WHOLE
          .where(size -> size >= 0 && size <= 100_000, "a whole number from 0 to 100000")
          .map(Math::toIntExact);

  private ForecastsSection() {}

  /** Adds what the section says to the policies of the groups. */
  static void read(Section root, Map<String, AutoScalingGroupSpec> groups) {
    root.section("forecasts")
        .ifPresent(
            section -> {
              groups.replaceAll((id, group) -> read(section, group));
              requireKnown(section, groups);
            });
  }

  private static void requireKnown(Section section, Map<String, AutoScalingGroupSpec> groups) {
    Set<String> known = new LinkedHashSet<>();
    groups
        .values()
        .forEach(
            group ->
                group.policies().stream()
                    .filter(PredictiveScaling.class::isInstance)
                    .forEach(policy -> known.add(policy.name())));
    for (String name : section.keys()) {
      if (!known.contains(name)) {
        section.problem(
            name,
            "is no predictive scaling policy; "
                + (known.isEmpty() ? "there is none" : "allowed: " + String.join(", ", known)));
      }
      section.has(name);
    }
  }

  private static AutoScalingGroupSpec read(Section section, AutoScalingGroupSpec group) {
    List<ScalingPolicy> policies = new ArrayList<>();
    for (ScalingPolicy policy : group.policies()) {
      policies.add(
          policy instanceof PredictiveScaling predictive && section.has(policy.name())
              ? section
                  .section(policy.name())
                  .<ScalingPolicy>map(own -> predictive.knowing(read(own, predictive, group)))
                  .orElse(policy)
              : policy);
    }
    return group.toBuilder().policies(policies).build();
  }

  private static Foreknowledge read(
      Section section, PredictiveScaling policy, AutoScalingGroupSpec group) {
    return new Foreknowledge(
        section.value("history").stream()
            .flatMap(
                value ->
                    value.isMap()
                        ? section.section("history").stream()
                            .flatMap(map -> TrafficHistory.read(map, policy.metrics(), group))
                        : value.items().stream().flatMap(item -> item.as(LOAD).stream()))
            .toList(),
        section.value("capacity").stream()
            .flatMap(value -> value.items().stream())
            .flatMap(item -> item.as(CAPACITY).stream())
            .toList());
  }
}
