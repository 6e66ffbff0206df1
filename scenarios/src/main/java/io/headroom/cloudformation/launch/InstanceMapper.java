package io.headroom.cloudformation.launch;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.ec2.LaunchConfiguration.Source;
import io.headroom.ec2.Monitoring;
import io.headroom.ec2.PurchaseOption;
import java.util.Optional;

/**
 * Reads {@code AWS::EC2::Instance} as the pattern of a group's instances. Instances beside groups
 * are not simulated.
 */
final class InstanceMapper implements ResourceMapper<Launches> {

  @Override
  public String type() {
    return "AWS::EC2::Instance";
  }

  @Override
  public void read(Properties instance, Launches launches) {
    boolean detailed = instance.flag("Monitoring", false);
    instance.ignoreRest();
    launches.add(
        instance.ref(),
        new LaunchDraft(
            instance.logicalId(),
            Source.LAUNCH_CONFIGURATION,
            instance,
            PurchaseOption.ON_DEMAND,
            detailed ? Monitoring.DETAILED : Monitoring.BASIC,
            BlockDevices.read(instance, "gp3"),
            Optional.empty()));
  }
}
