package io.headroom.cloudformation.network;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import java.util.Optional;

/** Reads {@code AWS::EC2::Subnet}: a subnet without a zone gets the next one. */
final class SubnetMapper implements ResourceMapper<Zones> {

  @Override
  public String type() {
    return "AWS::EC2::Subnet";
  }

  @Override
  public void read(Properties subnet, Zones zones) {
    Optional<String> zone = subnet.text("AvailabilityZone").filter(zones::isZone);
    zones.place(subnet.ref(), zone.orElseGet(zones::next));
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
