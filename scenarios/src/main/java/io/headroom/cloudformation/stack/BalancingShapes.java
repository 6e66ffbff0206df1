package io.headroom.cloudformation.stack;

import static io.headroom.cloudformation.stack.StackResource.made;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Physical ids of load balancers and of what belongs to them. */
final class BalancingShapes {

  private static final int ID = 16;
  private static final String SERVICE = "elasticloadbalancing";

  static final Map<String, ResourceShape> BY_TYPE =
      Map.of(
          "AWS::ElasticLoadBalancingV2::LoadBalancer", loadBalancer(),
          "AWS::ElasticLoadBalancingV2::TargetGroup", targetGroup(),
          "AWS::ElasticLoadBalancingV2::Listener", listener(),
          "AWS::ElasticLoadBalancingV2::ListenerRule", listenerRule(),
          "AWS::ElasticLoadBalancing::LoadBalancer", classic());

  private BalancingShapes() {}

  private static ResourceShape loadBalancer() {
    Function<StackResource, TemplateNode> arn = BalancingShapes::loadBalancerArn;
    return ResourceShape.of(BalancingShapes::loadBalancerArn)
        .with("LoadBalancerArn", arn)
        .with("LoadBalancerFullName", BalancingShapes::fullName)
        .with("LoadBalancerName", BalancingShapes::name)
        .with("DNSName", resource -> dnsName(resource, name(resource)))
        .withUnknown("CanonicalHostedZoneID")
        .with(
            "SecurityGroups",
            resource ->
                resource.property("SecurityGroups").orElseGet(() -> new ListNode(List.of(), 0)));
  }

  private static ScalarNode name(StackResource resource) {
    return resource.text("Name", resource.names().generatedShort(resource.logicalId()));
  }

  private static String id(StackResource resource) {
    return resource.names().hex(resource.logicalId(), ID);
  }

  private static ScalarNode fullName(StackResource resource) {
    String kind =
        switch (resource.text("Type", "application").text()) {
          case "network" -> "net";
          case "gateway" -> "gwy";
          default -> "app";
        };
    ScalarNode name = name(resource);
    return made(kind + "/" + name.text() + "/" + id(resource), name);
  }

  private static ScalarNode loadBalancerArn(StackResource resource) {
    ScalarNode name = fullName(resource);
    return made(resource.names().arn(SERVICE, "loadbalancer/" + name.text()), name);
  }

  private static ScalarNode dnsName(StackResource resource, ScalarNode name) {
    PhysicalNames names = resource.names();
    String host = name.text() + "-" + Long.parseLong(names.hex(resource.logicalId(), 7), 16);
    String domain = names.options().region() + ".elb." + names.urlSuffix();
    return made(host.toLowerCase(Locale.ROOT) + "." + domain, name);
  }

  private static ResourceShape targetGroup() {
    return ResourceShape.of(BalancingShapes::targetGroupArn)
        .with("TargetGroupArn", BalancingShapes::targetGroupArn)
        .with("TargetGroupFullName", BalancingShapes::targetGroupFullName)
        .with("TargetGroupName", BalancingShapes::name)
        .with(
            "LoadBalancerArns",
            resource ->
                new ListNode(List.of(UnlistedShape.placeholder(resource, "LoadBalancerArns")), 0));
  }

  private static ScalarNode targetGroupFullName(StackResource resource) {
    ScalarNode name = name(resource);
    return made("targetgroup/" + name.text() + "/" + id(resource), name);
  }

  private static ScalarNode targetGroupArn(StackResource resource) {
    ScalarNode name = targetGroupFullName(resource);
    return made(resource.names().arn(SERVICE, name.text()), name);
  }

  private static ResourceShape listener() {
    Function<StackResource, ScalarNode> arn =
        resource -> below(resource, "LoadBalancerArn", ":loadbalancer/", ":listener/");
    return ResourceShape.of(arn).with("ListenerArn", arn::apply);
  }

  private static ResourceShape listenerRule() {
    Function<StackResource, ScalarNode> arn =
        resource -> below(resource, "ListenerArn", ":listener/", ":listener-rule/");
    return ResourceShape.of(arn).with("RuleArn", arn::apply).withUnknown("IsDefault");
  }

  /** An ARN that extends the ARN of the resource it belongs to. */
  private static ScalarNode below(StackResource resource, String owner, String from, String to) {
    ScalarNode arn = resource.text(owner, resource.names().arn(SERVICE, from.substring(1)));
    return made(arn.text().replace(from, to) + "/" + id(resource), arn);
  }

  private static ResourceShape classic() {
    return ResourceShape.of(BalancingShapes::classicName)
        .with("DNSName", resource -> dnsName(resource, classicName(resource)))
        .with("CanonicalHostedZoneName", resource -> dnsName(resource, classicName(resource)))
        .withUnknown("CanonicalHostedZoneNameID")
        .with("SourceSecurityGroup.GroupName", resource -> ScalarNode.of("default_elb", 0))
        .with("SourceSecurityGroup.OwnerAlias", resource -> ScalarNode.of("amazon-elb", 0));
  }

  private static ScalarNode classicName(StackResource resource) {
    return resource.text("LoadBalancerName", resource.names().generatedShort(resource.logicalId()));
  }
}
