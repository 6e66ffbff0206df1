package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.balancing.BalancerDraft.ZoneSource;
import io.headroom.cloudformation.network.Zones;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.elb.CrossZone;
import io.headroom.elb.HealthCheck;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.RoutingAlgorithm;
import io.headroom.elb.TargetGroupSpec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code AWS::ElasticLoadBalancing::LoadBalancer}, the Classic Load Balancer. By
 * CloudFormation cross-zone balancing and draining are off unless the template turns them on; in
 * the console they are on.
 */
final class ClassicMapper implements ResourceMapper<Balancers> {

  private final Zones zones;

  ClassicMapper(Zones zones) {
    this.zones = zones;
  }

  @Override
  public String type() {
    return "AWS::ElasticLoadBalancing::LoadBalancer";
  }

  @Override
  public void read(Properties balancer, Balancers balancers) {
    balancer.ignore(
        "AccessLoggingPolicy", "LoadBalancerName", "Policies", "Scheme", "SecurityGroups", "Tags");
    balancer.unsupportedIfPresent("Instances", "only instances of groups are simulated");
    for (String stickiness : List.of("LBCookieStickinessPolicy", "AppCookieStickinessPolicy")) {
      balancer.unsupportedIfPresent(stickiness, "stickiness is not simulated");
    }
    List<ScalarNode> subnets = balancer.items("Subnets");
    LoadBalancerSpec settings =
        new LoadBalancerSpec(
            balancer.logicalId(),
            balancer.ref(),
            LoadBalancerType.CLASSIC,
            enabled(balancer, subnets),
            List.of(),
            balancer.flag("CrossZone", false) ? CrossZone.ON : CrossZone.OFF,
            idleTimeout(balancer));
    boolean given =
        !subnets.isEmpty() && subnets.stream().allMatch(each -> each.origin().isGiven());
    balancers.addClassic(
        balancer.ref(),
        BalancerDraft.withTargets(
            balancer, settings, given ? ZoneSource.GIVEN : ZoneSource.ASSUMED, targets(balancer)));
  }

  private List<String> enabled(Properties balancer, List<ScalarNode> subnets) {
    List<String> enabled =
        subnets.isEmpty() ? zones.named(balancer, "AvailabilityZones") : zones.ofSubnets(subnets);
    return enabled.isEmpty() ? zones.all() : enabled;
  }

  private static Duration idleTimeout(Properties balancer) {
    return balancer
        .map("ConnectionSettings")
        .seconds("IdleTimeout", LoadBalancerSpec.DEFAULT_IDLE_TIMEOUT);
  }

  private static TargetGroupSpec targets(Properties balancer) {
    return new TargetGroupSpec(
        balancer.logicalId(),
        balancer.ref(),
        healthCheck(balancer),
        speaksHttp(balancer)
            ? RoutingAlgorithm.leastOutstandingRequests()
            : RoutingAlgorithm.roundRobin(),
        draining(balancer),
        Duration.ZERO,
        CrossZone.INHERIT);
  }

  private static boolean speaksHttp(Properties balancer) {
    List<Properties> listeners = balancer.maps("Listeners");
    if (listeners.isEmpty()) {
      balancer.error("Listeners", "a Classic Load Balancer needs a listener");
    }
    return listeners.stream()
        .map(listener -> listener.text("Protocol").orElse("").toUpperCase(Locale.ROOT))
        .anyMatch(protocol -> protocol.startsWith("HTTP"));
  }

  private static Duration draining(Properties balancer) {
    Properties policy = balancer.map("ConnectionDrainingPolicy");
    return policy.flag("Enabled", false)
        ? policy.seconds("Timeout", TargetGroupSpec.DEFAULT_DEREGISTRATION_DELAY)
        : Duration.ZERO;
  }

  private static HealthCheck healthCheck(Properties balancer) {
    if (!balancer.has("HealthCheck")) {
      return HealthCheck.CLASSIC;
    }
    Properties check = balancer.map("HealthCheck");
    for (String key :
        List.of("Target", "Interval", "Timeout", "HealthyThreshold", "UnhealthyThreshold")) {
      if (!check.has(key)) {
        check.error(key, "a health check needs " + key);
      }
    }
    int interval = check.integer("Interval", 30, 5, 300);
    int timeout = check.integer("Timeout", 5, 2, 60);
    if (timeout >= interval) {
      check.error(
          "Timeout", "%d s must be shorter than the Interval of %d s".formatted(timeout, interval));
    }
    return new HealthCheck(
        Duration.ofSeconds(interval),
        Duration.ofSeconds(timeout),
        check.integer("HealthyThreshold", 10, 2, 10),
        check.integer("UnhealthyThreshold", 2, 2, 10));
  }
}
