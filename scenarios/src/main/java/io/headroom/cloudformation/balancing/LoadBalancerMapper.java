package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.balancing.BalancerDraft.ZoneSource;
import io.headroom.cloudformation.network.Zones;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.elb.CrossZone;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.LoadBalancerType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code AWS::ElasticLoadBalancingV2::LoadBalancer}. */
final class LoadBalancerMapper implements ResourceMapper<Balancers> {

  private final Zones zones;

  LoadBalancerMapper(Zones zones) {
    this.zones = zones;
  }

  @Override
  public String type() {
    return "AWS::ElasticLoadBalancingV2::LoadBalancer";
  }

  @Override
  public void read(Properties balancer, Balancers balancers) {
    String kind =
        balancer.word("Type", "application", List.of("application", "network", "gateway"));
    ignoreRest(balancer);
    if (kind.equals("gateway")) {
      balancer.unsupported("Type", "Gateway Load Balancers are not simulated");
      balancers.addUnsupported(balancer.ref());
      return;
    }
    boolean network = kind.equals("network");
    LoadBalancerType type = network ? LoadBalancerType.NETWORK : LoadBalancerType.APPLICATION;
    List<ScalarNode> subnets = subnets(balancer);
    LoadBalancerSpec spec = spec(balancer, type, enabled(balancer, subnets, type));
    balancers.add(balancer.ref(), new BalancerDraft(balancer, spec, source(subnets)));
  }

  private static void ignoreRest(Properties balancer) {
    balancer.ignore(
        "EnableCapacityReservationProvisionStabilize",
        "EnablePrefixForIpv6SourceNat",
        "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
        "IpAddressType",
        "Ipv4IpamPoolId",
        "MinimumLoadBalancerCapacity",
        "Name",
        "Scheme",
        "SecurityGroups",
        "Tags");
  }

  private static LoadBalancerSpec spec(
      Properties balancer, LoadBalancerType type, List<String> enabled) {
    Attributes attributes = new Attributes(balancer, "LoadBalancerAttributes");
    LoadBalancerSpec spec =
        new LoadBalancerSpec(
            balancer.logicalId(),
            Arns.fullName(balancer.ref(), "loadbalancer/"),
            type,
            enabled,
            List.of(),
            crossZone(attributes, type),
            idleTimeout(attributes));
    attributes.ignore(
        "access_logs.",
        "client_keep_alive.seconds",
        "connection_logs.",
        "deletion_protection.enabled",
        "dns_record.client_routing_policy",
        "health_check_logs.",
        "ipv6.deny_all_igw_traffic",
        "routing.",
        "secondary_ips.auto_assigned.per_subnet",
        "waf.fail_open.enabled",
        "zonal_shift.config.enabled");
    attributes.finish();
    return spec;
  }

  private static List<ScalarNode> subnets(Properties balancer) {
    List<ScalarNode> subnets = new ArrayList<>(balancer.items("Subnets"));
    balancer.maps("SubnetMappings").forEach(map -> subnets.addAll(map.items("SubnetId")));
    return subnets;
  }

  private static ZoneSource source(List<ScalarNode> subnets) {
    boolean given =
        !subnets.isEmpty() && subnets.stream().allMatch(each -> each.origin().isGiven());
    return given ? ZoneSource.GIVEN : ZoneSource.ASSUMED;
  }

  private List<String> enabled(
      Properties balancer, List<ScalarNode> subnets, LoadBalancerType type) {
    List<String> enabled = subnets.isEmpty() ? zones.all() : zones.ofSubnets(subnets);
    if (type == LoadBalancerType.NETWORK || enabled.size() > 1) {
      return enabled;
    }
    if (source(subnets) == ZoneSource.GIVEN) {
      balancer.error("Subnets", "an Application Load Balancer needs subnets in at least two zones");
    } else {
      balancer.warning("Subnets", "the list of subnets is not known; assumed two zones");
    }
    return zones.atLeastTwo(enabled);
  }

  private static CrossZone crossZone(Attributes attributes, LoadBalancerType type) {
    boolean on = type == LoadBalancerType.APPLICATION;
    return attributes.flag("load_balancing.cross_zone.enabled", on) ? CrossZone.ON : CrossZone.OFF;
  }

  private static Duration idleTimeout(Attributes attributes) {
    int fallback = (int) LoadBalancerSpec.DEFAULT_IDLE_TIMEOUT.toSeconds();
    return Duration.ofSeconds(
        attributes.integer("idle_timeout.timeout_seconds", fallback, 1, 4_000));
  }
}
