package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import java.util.Locale;
import java.util.Map;

/**
 * Placeholders for resources of types that the simulation does not know: they have the look of
 * their kind, so that templates can take them apart, and are marked as unknown.
 */
final class UnlistedShape {

  private static final int EC2_ID = 17;

  /** The prefixes of EC2 identifiers that are not the type's name in lower case. */
  private static final Map<String, String> EC2_PREFIXES =
      Map.ofEntries(
          Map.entry("InternetGateway", "igw"),
          Map.entry("NatGateway", "nat"),
          Map.entry("NetworkAcl", "acl"),
          Map.entry("NetworkInterface", "eni"),
          Map.entry("RouteTable", "rtb"),
          Map.entry("SubnetRouteTableAssociation", "rtbassoc"),
          Map.entry("Volume", "vol"),
          Map.entry("VPCEndpoint", "vpce"),
          Map.entry("VPCPeeringConnection", "pcx"));

  private UnlistedShape() {}

  static ResourceShape shape(String type) {
    return ResourceShape.of(resource -> ref(resource, type))
        .withOthers((resource, attribute) -> attribute(resource, type, attribute));
  }

  private static ScalarNode ref(StackResource resource, String type) {
    String id = resource.logicalId();
    if (type.startsWith("AWS::EC2::")) {
      String name = type.substring("AWS::EC2::".length());
      String prefix = EC2_PREFIXES.getOrDefault(name, name.toLowerCase(Locale.ROOT));
      return unknown(prefix + "-" + resource.names().hex(id, EC2_ID), resource);
    }
    return unknown(resource.names().generated(id), resource);
  }

  private static ScalarNode attribute(StackResource resource, String type, String attribute) {
    if (!attribute.endsWith("Arn")) {
      return placeholder(resource, attribute);
    }
    String[] parts = type.split("::", -1);
    String service = parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "custom";
    String kind = parts.length > 2 ? parts[2].toLowerCase(Locale.ROOT) : "resource";
    String name = resource.names().generated(resource.logicalId());
    return unknown(resource.names().arn(service, kind + "/" + name), resource);
  }

  /** An attribute that only the account knows. */
  static ScalarNode placeholder(StackResource resource, String attribute) {
    return unknown(resource.logicalId() + "-" + attribute, resource);
  }

  private static ScalarNode unknown(String text, StackResource resource) {
    String reason = "only the account knows it of %s (%s)";
    return ScalarNode.of(
        text, Origin.unknown(reason.formatted(resource.logicalId(), resource.type())), 0);
  }
}
