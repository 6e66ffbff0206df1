package io.headroom.cloudformation.launch;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.InstanceTypeName;
import io.headroom.ec2.InstanceTypes;
import io.headroom.ec2.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses instance types by attributes: those of the built-in table that fit, cheapest first.
 *
 * <p>Source: Amazon EC2 API Reference, "InstanceRequirements". Read are numbers of vCPUs and
 * memory, manufacturers, burstable and bare metal types, and lists of allowed and excluded names;
 * the other attributes are left out.
 */
final class TypeRequirements {

  private TypeRequirements() {}

  static Optional<InstanceType> cheapest(Properties owner, String key) {
    Optional<InstanceType> found = cheapestFirst(owner, key).stream().findFirst();
    found.ifPresent(
        type ->
            owner.warning(key, "simulated with the cheapest known type that fits, " + type.name()));
    return found;
  }

  /** Returns the known types that fit, cheapest first; reports when none does. */
  static List<InstanceType> cheapestFirst(Properties owner, String key) {
    Predicate<InstanceType> fits = fits(owner.map(key));
    List<InstanceType> found =
        InstanceTypes.all().stream()
            .filter(type -> type.usdPerHour().isPresent())
            .filter(fits)
            .sorted(Comparator.comparing(type -> type.usdPerHour().orElse(Money.ZERO)))
            .toList();
    if (found.isEmpty()) {
      owner.error(key, "no known instance type fits");
    }
    return found;
  }

  private static Predicate<InstanceType> fits(Properties requirements) {
    return within(requirements.map("VCpuCount"), InstanceType::vCpus)
        .and(within(requirements.map("MemoryMiB"), type -> type.gibibytes() * 1024))
        .and(option(requirements, "BurstablePerformance", type -> type.name().startsWith("t")))
        .and(option(requirements, "BareMetal", type -> type.name().contains(".metal")))
        .and(listed(requirements, "AllowedInstanceTypes"))
        .and(excluded(requirements))
        .and(made(requirements));
  }

  private interface Measure {
    double of(InstanceType type);
  }

  private static Predicate<InstanceType> within(Properties range, Measure measure) {
    double least = range.number("Min").orElse(0.0);
    double most = range.number("Max").orElse(Double.MAX_VALUE);
    return type -> measure.of(type) >= least && measure.of(type) <= most;
  }

  /** Types of a kind that is excluded unless the requirements include it. */
  private static Predicate<InstanceType> option(
      Properties requirements, String key, Predicate<InstanceType> kind) {
    String choice = requirements.word(key, "excluded", List.of("included", "required", "excluded"));
    return switch (choice) {
      case "included" -> type -> true;
      case "required" -> kind;
      default -> kind.negate();
    };
  }

  private static Predicate<InstanceType> listed(Properties requirements, String key) {
    List<ScalarNode> names = requirements.items(key);
    return type -> names.isEmpty() || names.stream().anyMatch(name -> matches(name, type));
  }

  private static Predicate<InstanceType> excluded(Properties requirements) {
    List<ScalarNode> names = requirements.items("ExcludedInstanceTypes");
    return type -> names.stream().noneMatch(name -> matches(name, type));
  }

  private static boolean matches(ScalarNode pattern, InstanceType type) {
    String regex = "\\Q" + pattern.text().replace("*", "\\E.*\\Q") + "\\E";
    return type.name().matches(regex);
  }

  private static Predicate<InstanceType> made(Properties requirements) {
    List<String> makers =
        requirements.items("CpuManufacturers").stream().map(ScalarNode::text).toList();
    return type -> makers.isEmpty() || makers.contains(maker(type));
  }

  private static String maker(InstanceType type) {
    String attributes =
        InstanceTypeName.parse(type.name()).map(InstanceTypeName::attributes).orElse("");
    if (attributes.startsWith("g")) {
      return "amazon-web-services";
    }
    return attributes.startsWith("a") ? "amd" : "intel";
  }
}
