package io.headroom.cloudformation.launch;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.ec2.LaunchConfiguration.Source;
import io.headroom.ec2.Money;
import io.headroom.ec2.Monitoring;
import io.headroom.ec2.PurchaseOption;
import java.util.List;
import java.util.Optional;

/** Reads {@code AWS::EC2::LaunchTemplate}; a template in a new stack has version 1 only. */
final class LaunchTemplateMapper implements ResourceMapper<Launches> {

  @Override
  public String type() {
    return "AWS::EC2::LaunchTemplate";
  }

  @Override
  public void read(Properties template, Launches launches) {
    Properties data = template.map("LaunchTemplateData");
    boolean detailed = data.map("Monitoring").flag("Enabled", false);
    data.unsupportedIfPresent("HibernationOptions", "warm pools are not simulated");
    String name = template.text("LaunchTemplateName").orElse(template.logicalId());
    template.ignore("TagSpecifications", "VersionDescription");
    LaunchDraft draft =
        new LaunchDraft(
            name,
            Source.LAUNCH_TEMPLATE,
            data,
            purchase(data),
            detailed ? Monitoring.DETAILED : Monitoring.BASIC,
            BlockDevices.read(data, "gp3"),
            maximum(data));
    launches.add(template.ref(), draft);
    launches.add(name, draft);
  }

  private static PurchaseOption purchase(Properties data) {
    if (!data.has("InstanceMarketOptions")) {
      return PurchaseOption.ON_DEMAND;
    }
    Properties market = data.map("InstanceMarketOptions");
    String type = market.word("MarketType", "spot", List.of("spot", "capacity-block"));
    return type.equals("spot") ? PurchaseOption.SPOT : PurchaseOption.ON_DEMAND;
  }

  private static Optional<Money> maximum(Properties data) {
    if (!data.has("InstanceMarketOptions")) {
      return Optional.empty();
    }
    Properties options = data.map("InstanceMarketOptions").map("SpotOptions");
    String end =
        options.word(
            "InstanceInterruptionBehavior", "terminate", List.of("terminate", "stop", "hibernate"));
    if (!end.equals("terminate")) {
      options.unsupported("InstanceInterruptionBehavior", "interrupted instances are terminated");
    }
    options.ignore("BlockDurationMinutes", "SpotInstanceType", "ValidUntil");
    return SpotPrice.read(options, "MaxPrice");
  }
}
