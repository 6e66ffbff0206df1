package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.fleet.InstanceOverride;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.Money;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Adds to the groups of a template what stands about them under {@code instances}, {@code prices}
 * and {@code policies}.
 */
final class GroupSections {
  private final Section root;
  private final Stack stack;
  private final Map<String, AutoScalingGroupSpec> groups;

  GroupSections(Section root, Stack stack) {
    this.root = root;
    this.stack = stack;
    this.groups = new LinkedHashMap<>(stack.groups());
  }

  List<AutoScalingGroupSpec> read() {
    PoliciesSection policies = new PoliciesSection();
    TerminationFunctionsSection terminationFunctions = new TerminationFunctionsSection();
    Map<String, Money> prices = PricesSection.read(root);
    groups.replaceAll((id, group) -> priced(group, prices));
    forEachGroup("instances", GroupSections::instances);
    forEachGroup("hooks", HooksSection::read);
    Map<String, List<TimedOperation>> operations = OperationsSection.read(root, groups.keySet());
    groups.replaceAll((id, group) -> OperationsSection.applied(group, operations));
    forEachGroup("policies", policies::read);
    forEachGroup(TerminationFunctionsSection.KEY, terminationFunctions::read);
    ForecastsSection.read(root, groups);
    groups.values().forEach(group -> TerminationFunctionsSection.noteMissing(root, group));
    groups.forEach(this::requirePrice);
    return List.copyOf(groups.values());
  }

  private void forEachGroup(
      String key, Function<Section, UnaryOperator<AutoScalingGroupSpec>> reader) {
    root.section(key)
        .ifPresent(
            section -> {
              for (String id : ids(section)) {
                section
                    .section(id)
                    .map(reader)
                    .ifPresent(change -> groups.computeIfPresent(id, (i, g) -> change.apply(g)));
              }
            });
  }

  /**
   * Without a template nobody can say which ids are wrong, but what stands below can be checked.
   */
  private Collection<String> ids(Section section) {
    return stack.isComplete() ? groups.keySet() : section.keys();
  }

  private static UnaryOperator<AutoScalingGroupSpec> instances(Section section) {
    InstanceSettings settings = InstanceSettings.read(section);
    return group -> {
      AutoScalingGroupSpec launching = group.launches(settings::applyTo);
      return launching.toBuilder().lifecycle(settings.applyTo(group.lifecycle())).build();
    };
  }

  private static AutoScalingGroupSpec priced(
      AutoScalingGroupSpec group, Map<String, Money> prices) {
    return group.launches(launch -> launch.type(PricesSection.priced(launch.type(), prices)));
  }

  private void requirePrice(String id, AutoScalingGroupSpec group) {
    Stream.concat(
            Stream.of(group.launchConfiguration()),
            group.fleet().mixed().stream()
                .flatMap(mixed -> mixed.overrides().stream())
                .map(InstanceOverride::launch))
        .map(LaunchConfiguration::type)
        .filter(type -> type.usdPerHour().isEmpty())
        .distinct()
        .forEach(type -> priceMissing(id, type));
  }

  private void priceMissing(String id, InstanceType type) {
    root.problem(
        "prices",
        "has no price for %s, which %s launches; allowed: USD an hour, such as %s: 0.10"
            .formatted(type, id, type));
  }
}
