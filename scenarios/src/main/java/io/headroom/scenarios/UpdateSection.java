package io.headroom.scenarios;

import io.headroom.autoscaling.fleet.MixedChange;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.SettingChange;
import io.headroom.autoscaling.refresh.DesiredConfiguration;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.InstanceTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Reads {@code update: {min: 2, zones: [us-east-1a], launchTemplate: {Version: 2}, mixed: {...}}}:
 * an update of a group, of which everything that is left out is kept.
 */
final class UpdateSection {
  private static final Notation<Integer> SIZE =
      Notations.WHOLE
          .where(size -> size >= 0 && size <= 100_000, "a whole number from 0 to 100000")
          .map(Math::toIntExact);

  private static final Notation<InstanceType> TYPE =
      new Notation<>("the name of an instance type such as m5.large", InstanceTypes::sized);

  private static final Notation<String> NAME = new Notation<>("a name", Optional::of);

  private final Section section;
  private final List<SettingChange> changes = new ArrayList<>();

  private UpdateSection(Section section) {
    this.section = section;
  }

  static GroupOperation read(Section section) {
    return new UpdateSection(section).operation();
  }

  /** Reads the version and type that are launched, in the words of the API. */
  static DesiredConfiguration launch(Section section) {
    return new DesiredConfiguration(section.read("InstanceType", TYPE), size(section, "Version"));
  }

  private GroupOperation operation() {
    list("zones", NAME).map(SettingChange.Zones::new).ifPresent(changes::add);
    section
        .section("launchTemplate")
        .map(each -> new SettingChange.Launch(launch(each)))
        .ifPresent(changes::add);
    section
        .section("mixed")
        .map(each -> new SettingChange.Mixed(mixed(each)))
        .ifPresent(changes::add);
    duration("cooldown", SettingChange.Cooldown::new);
    duration("gracePeriod", SettingChange.GracePeriod::new);
    duration("warmup", SettingChange.Warmup::new);
    list("terminationPolicies", NAME)
        .map(SettingChange.TerminationPolicies::new)
        .ifPresent(changes::add);
    section
        .section("maintenance")
        .flatMap(UpdateSection::maintenance)
        .map(SettingChange.Maintenance::new)
        .ifPresent(changes::add);
    return new GroupOperation.UpdateGroup(
        size(section, "min"), size(section, "max"), size(section, "desired"), changes);
  }

  private void duration(String key, Function<Duration, SettingChange> made) {
    section.read(key, Notations.DURATION).map(made).ifPresent(changes::add);
  }

  private <T> Optional<List<T>> list(String key, Notation<T> notation) {
    return list(section, key, notation);
  }

  private static <T> Optional<List<T>> list(Section section, String key, Notation<T> notation) {
    return section
        .value(key)
        .map(value -> value.items().stream().flatMap(item -> item.as(notation).stream()).toList());
  }

  private static OptionalInt size(Section section, String key) {
    return section.read(key, SIZE).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  private static MixedChange mixed(Section section) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    section
        .section("weights")
        .ifPresent(
            each ->
                each.keys()
                    .forEach(type -> each.read(type, SIZE).ifPresent(w -> weights.put(type, w))));
    return new MixedChange(
        list(section, "types", TYPE),
        size(section, "OnDemandBaseCapacity"),
        size(section, "OnDemandPercentageAboveBaseCapacity"),
        weights);
  }

  private static Optional<InstanceMaintenancePolicy> maintenance(Section section) {
    Optional<Integer> least = section.require("MinHealthyPercentage", SIZE);
    Optional<Integer> most = section.require("MaxHealthyPercentage", SIZE);
    if (least.isEmpty() || most.isEmpty()) {
      return Optional.empty();
    }
    List<String> problems = InstanceMaintenancePolicy.problems(least.get(), most.get());
    problems.forEach(section::problem);
    return problems.isEmpty()
        ? Optional.of(new InstanceMaintenancePolicy(least.get(), most.get()))
        : Optional.empty();
  }
}
