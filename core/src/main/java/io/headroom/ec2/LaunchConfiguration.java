package io.headroom.ec2;

import io.headroom.sim.Distribution;
import java.util.List;
import java.util.Optional;

/**
 * What a group launches: the immutable content of a launch configuration or of one version of a
 * launch template, and what a template does not know about the machine.
 *
 * @param name AWS's name of the launch configuration or template
 * @param source whether it is a launch configuration or a launch template
 * @param version the version of the launch template; 1 for a launch configuration
 * @param type the instance type
 * @param purchase how the instance is bought; default On-Demand
 * @param monitoring default detailed for a launch configuration, basic for a launch template
 * @param volumes the EBS volumes; default one root volume of 8 GiB
 * @param bootTime from running to an application that answers; empty for what the run takes as
 *     typical, see {@link BootTimes#guestReady()}
 * @param service how the machine serves requests; default {@link ServiceModel#WEB_SERVER}
 * @param traits image and credit mode; default none given
 */
public record LaunchConfiguration(
    String name,
    Source source,
    int version,
    InstanceType type,
    PurchaseOption purchase,
    Monitoring monitoring,
    List<Volume> volumes,
    Optional<Distribution> bootTime,
    ServiceModel service,
    MachineTraits traits) {

  /** The two resources that say what to launch. */
  public enum Source {
    /** {@code AWS::AutoScaling::LaunchConfiguration}: detailed monitoring and gp2 by default. */
    LAUNCH_CONFIGURATION,
    /** {@code AWS::EC2::LaunchTemplate}: basic monitoring and gp3 by default. */
    LAUNCH_TEMPLATE
  }

  /** Copies the list of volumes. */
  public LaunchConfiguration {
    volumes = List.copyOf(volumes);
  }

  /**
   * Returns a launch configuration with the defaults for everything but the type.
   *
   * @param instanceType AWS's name of the type
   * @throws IllegalArgumentException if the built-in table lacks the type
   */
  public static LaunchConfiguration of(String instanceType) {
    return of(instanceType, Source.LAUNCH_CONFIGURATION, InstanceType.of(instanceType));
  }

  /** Returns a launch configuration or template with the defaults that AWS gives to it. */
  public static LaunchConfiguration of(String name, Source source, InstanceType type) {
    boolean template = source == Source.LAUNCH_TEMPLATE;
    return new LaunchConfiguration(
        name,
        source,
        1,
        type,
        PurchaseOption.ON_DEMAND,
        template ? Monitoring.BASIC : Monitoring.DETAILED,
        List.of(Volume.linuxRoot(template ? "gp3" : "gp2")),
        Optional.empty(),
        ServiceModel.WEB_SERVER,
        MachineTraits.NONE);
  }

  /** Returns a copy with another name. */
  public LaunchConfiguration named(String newName) {
    return new LaunchConfiguration(
        newName, source, version, type, purchase, monitoring, volumes, bootTime, service, traits);
  }

  /** Returns a copy with another version number. */
  public LaunchConfiguration version(int newVersion) {
    return new LaunchConfiguration(
        name, source, newVersion, type, purchase, monitoring, volumes, bootTime, service, traits);
  }

  /** Returns a copy with another instance type. */
  public LaunchConfiguration type(InstanceType newType) {
    return new LaunchConfiguration(
        name, source, version, newType, purchase, monitoring, volumes, bootTime, service, traits);
  }

  /** Returns a copy that is bought another way. */
  public LaunchConfiguration purchase(PurchaseOption newPurchase) {
    return new LaunchConfiguration(
        name, source, version, type, newPurchase, monitoring, volumes, bootTime, service, traits);
  }

  /** Returns a copy with another monitoring. */
  public LaunchConfiguration monitoring(Monitoring newMonitoring) {
    return new LaunchConfiguration(
        name, source, version, type, purchase, newMonitoring, volumes, bootTime, service, traits);
  }

  /** Returns a copy with other volumes. */
  public LaunchConfiguration volumes(List<Volume> newVolumes) {
    return new LaunchConfiguration(
        name, source, version, type, purchase, monitoring, newVolumes, bootTime, service, traits);
  }

  /** Returns a copy with another time from running to an application that answers. */
  public LaunchConfiguration bootTime(Distribution newBootTime) {
    return new LaunchConfiguration(
        name,
        source,
        version,
        type,
        purchase,
        monitoring,
        volumes,
        Optional.of(newBootTime),
        service,
        traits);
  }

  /** Returns a copy that serves requests another way. */
  public LaunchConfiguration service(ServiceModel newService) {
    return new LaunchConfiguration(
        name, source, version, type, purchase, monitoring, volumes, bootTime, newService, traits);
  }

  /** Returns a copy with another image or credit mode. */
  public LaunchConfiguration traits(MachineTraits newTraits) {
    return new LaunchConfiguration(
        name, source, version, type, purchase, monitoring, volumes, bootTime, service, newTraits);
  }

  /** Returns a copy that may cost at most so much an hour as Spot (SPT-2). */
  public LaunchConfiguration spotMaximum(Money newMaximum) {
    return traits(traits.spotMaximum(newMaximum));
  }

  /** Returns the most that an hour of Spot may cost: the On-Demand price unless told otherwise. */
  public Money spotMaximum() {
    return traits.spotMaximum().orElse(type.usdPerHour().orElse(Money.ZERO));
  }
}
