package io.headroom.cloudformation.launch;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.ec2.LaunchConfiguration.Source;
import io.headroom.ec2.Monitoring;
import io.headroom.ec2.PurchaseOption;

/** Reads {@code AWS::AutoScaling::LaunchConfiguration}. */
final class LaunchConfigurationMapper implements ResourceMapper<Launches> {

  @Override
  public String type() {
    return "AWS::AutoScaling::LaunchConfiguration";
  }

  @Override
  public void read(Properties configuration, Launches launches) {
    boolean spot = configuration.has("SpotPrice");
    boolean detailed = configuration.flag("InstanceMonitoring", true);
    configuration.ignore(
        "AssociatePublicIpAddress",
        "ClassicLinkVPCId",
        "ClassicLinkVPCSecurityGroups",
        "EbsOptimized",
        "IamInstanceProfile",
        "ImageId",
        "InstanceId",
        "InstanceType",
        "KernelId",
        "KeyName",
        "LaunchConfigurationName",
        "MetadataOptions",
        "PlacementTenancy",
        "RamDiskId",
        "SecurityGroups",
        "UserData");
    launches.add(
        configuration.ref(),
        new LaunchDraft(
            configuration.ref(),
            Source.LAUNCH_CONFIGURATION,
            configuration,
            spot ? PurchaseOption.SPOT : PurchaseOption.ON_DEMAND,
            detailed ? Monitoring.DETAILED : Monitoring.BASIC,
            BlockDevices.read(configuration, "gp2"),
            SpotPrice.read(configuration, "SpotPrice")));
  }
}
