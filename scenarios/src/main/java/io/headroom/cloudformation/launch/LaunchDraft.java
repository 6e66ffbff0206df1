package io.headroom.cloudformation.launch;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.InstanceTypes;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchConfiguration.Source;
import io.headroom.ec2.MachineTraits;
import io.headroom.ec2.Money;
import io.headroom.ec2.Monitoring;
import io.headroom.ec2.PurchaseOption;
import io.headroom.ec2.Volume;
import io.headroom.ec2.credits.CreditMode;
import java.util.List;
import java.util.Optional;

/**
 * What a resource says about launches. The instance type is read only when a group needs it: the
 * overrides of a mixed instances policy may name another one.
 *
 * @param name the name that activities show
 * @param source the kind of resource
 * @param data the properties with the instance type
 * @param purchase how instances are bought
 * @param monitoring how often instances publish
 * @param volumes the EBS volumes
 * @param spotMaximum the most that an hour of Spot may cost; empty for the On-Demand price
 */
record LaunchDraft(
    String name,
    Source source,
    Properties data,
    PurchaseOption purchase,
    Monitoring monitoring,
    List<Volume> volumes,
    Optional<Money> spotMaximum) {

  /** What is launched, with the resource's own type; reports a type that is absent or unknown. */
  Optional<LaunchConfiguration> own() {
    if (!data.has("InstanceType")) {
      return requirements();
    }
    return data.known("InstanceType").flatMap(type -> of(type, data, "InstanceType"));
  }

  private Optional<LaunchConfiguration> requirements() {
    if (!data.has("InstanceRequirements")) {
      data.error("InstanceType", "is needed: nothing says what instances to launch");
      return Optional.empty();
    }
    return TypeRequirements.cheapest(data, "InstanceRequirements").map(this::with);
  }

  /**
   * What is launched, with a type named elsewhere.
   *
   * @param place the properties that name the type, and its key there
   */
  Optional<LaunchConfiguration> of(String type, Properties place, String key) {
    Optional<InstanceType> found = InstanceTypes.sized(type);
    if (found.isEmpty()) {
      place.error(key, InstanceTypes.unknown(type));
    } else if (found.get().usdPerHour().isEmpty()) {
      place.note(
          key, "no price of %s is known; give one under prices in the scenario".formatted(type));
    }
    return found.map(this::with);
  }

  LaunchConfiguration with(InstanceType type) {
    LaunchConfiguration defaults = LaunchConfiguration.of(name, source, type);
    return defaults
        .purchase(purchase)
        .monitoring(monitoring)
        .volumes(volumes.isEmpty() ? defaults.volumes() : volumes)
        .traits(new MachineTraits(data.ifKnown("ImageId"), creditMode(), spotMaximum));
  }

  private Optional<CreditMode> creditMode() {
    if (!data.has("CreditSpecification")) {
      return Optional.empty();
    }
    String mode =
        data.map("CreditSpecification").word("CpuCredits", "", List.of("standard", "unlimited"));
    return switch (mode) {
      case "standard" -> Optional.of(CreditMode.STANDARD);
      case "unlimited" -> Optional.of(CreditMode.UNLIMITED);
      default -> Optional.empty();
    };
  }
}
