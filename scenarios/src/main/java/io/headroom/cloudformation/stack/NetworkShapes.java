package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ScalarNode;
import java.util.Map;
import java.util.function.Function;

/** Physical ids of networks and of single instances, and of topics, which alarms name. */
final class NetworkShapes {

  private static final int ID = 17;

  static final Map<String, ResourceShape> BY_TYPE =
      Map.of(
          "AWS::EC2::Subnet", subnet(),
          "AWS::EC2::SecurityGroup", securityGroup(),
          "AWS::EC2::VPC", network(),
          "AWS::EC2::Instance", instance(),
          "AWS::SNS::Topic", topic());

  private NetworkShapes() {}

  private static Function<StackResource, ScalarNode> id(String prefix) {
    return resource -> ScalarNode.of(prefix + resource.names().hex(resource.logicalId(), ID), 0);
  }

  private static ResourceShape subnet() {
    Function<StackResource, ScalarNode> id = id("subnet-");
    return ResourceShape.of(id)
        .with("SubnetId", id::apply)
        .withProperty("AvailabilityZone")
        .withProperty("CidrBlock")
        .withProperty("VpcId")
        .withProperty("OutpostArn")
        .withUnknown("AvailabilityZoneId", "Ipv6CidrBlocks", "NetworkAclAssociationId");
  }

  private static ResourceShape securityGroup() {
    Function<StackResource, ScalarNode> id = id("sg-");
    return ResourceShape.of(id)
        .with("GroupId", id::apply)
        .with("Id", id::apply)
        .with("GroupName", resource -> resource.name("GroupName"))
        .withProperty("VpcId");
  }

  private static ResourceShape network() {
    Function<StackResource, ScalarNode> id = id("vpc-");
    return ResourceShape.of(id)
        .with("VpcId", id::apply)
        .withProperty("CidrBlock")
        .withUnknown(
            "CidrBlockAssociations", "DefaultNetworkAcl", "DefaultSecurityGroup", "Ipv6CidrBlocks");
  }

  private static ResourceShape instance() {
    Function<StackResource, ScalarNode> id = id("i-");
    return ResourceShape.of(id)
        .with("InstanceId", id::apply)
        .withProperty("AvailabilityZone")
        .withUnknown("PrivateIp", "PublicIp", "PrivateDnsName", "PublicDnsName", "VpcId")
        .withUnknown("State.Code", "State.Name");
  }

  private static ResourceShape topic() {
    Function<StackResource, ScalarNode> arn =
        resource -> {
          ScalarNode name = resource.name("TopicName");
          return StackResource.made(resource.names().arn("sns", name.text()), name);
        };
    return ResourceShape.of(arn)
        .with("TopicArn", arn::apply)
        .with("TopicName", resource -> resource.name("TopicName"));
  }
}
