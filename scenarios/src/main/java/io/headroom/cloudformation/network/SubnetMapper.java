package io.headroom.cloudformation.network;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import java.util.Optional;

/**
 * Reads {@code AWS::EC2::Subnet}: a subnet without a zone gets the next one; subnets whose zones
 * have the same unknown name share one.
 */
final class SubnetMapper implements ResourceMapper<Zones> {

  @Override
  public String type() {
    return "AWS::EC2::Subnet";
  }

  @Override
  public void read(Properties subnet, Zones zones) {
    Optional<String> known = subnet.ifKnown("AvailabilityZone");
    zones.place(subnet.ref(), known.orElseGet(() -> zones.next(subnet.text("AvailabilityZone"))));
    subnet.ignore(
        "AssignIpv6AddressOnCreation",
        "AvailabilityZoneId",
        "CidrBlock",
        "EnableDns64",
        "Ipv4IpamPoolId",
        "Ipv4NetmaskLength",
        "Ipv6CidrBlock",
        "Ipv6IpamPoolId",
        "Ipv6Native",
        "Ipv6NetmaskLength",
        "MapPublicIpOnLaunch",
        "OutpostArn",
        "PrivateDnsNameOptionsOnLaunch",
        "Tags",
        "VpcId");
  }
}
