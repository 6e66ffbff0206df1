package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.elb.CrossZone;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.RoutingAlgorithm;
import io.headroom.elb.TargetGroupSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads {@code AWS::ElasticLoadBalancingV2::TargetGroup}. */
final class TargetGroupMapper implements ResourceMapper<Balancers> {

  private static final String ALGORITHM = "load_balancing.algorithm.type";
  private static final String SLOW_START = "slow_start.duration_seconds";

  private static final Map<String, RoutingAlgorithm> ALGORITHMS =
      Map.of(
          "round_robin", RoutingAlgorithm.roundRobin(),
          "least_outstanding_requests", RoutingAlgorithm.leastOutstandingRequests(),
          "weighted_random", RoutingAlgorithm.weightedRandom());

  @Override
  public String type() {
    return "AWS::ElasticLoadBalancingV2::TargetGroup";
  }

  @Override
  public void read(Properties group, Balancers balancers) {
    String protocol =
        group.word(
            "Protocol",
            "HTTP",
            List.of("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC", "GENEVE"));
    group.ignore(
        "IpAddressType", "Name", "Port", "ProtocolVersion", "Tags", "TargetControlPort", "VpcId");
    group.unsupportedIfPresent("Targets", "only instances of groups are simulated");
    group
        .text("TargetType")
        .filter(type -> !type.equals("instance"))
        .ifPresent(type -> group.unsupported("TargetType", "no targets of type " + type));
    if (protocol.equals("GENEVE")) {
      group.unsupported("Protocol", "Gateway Load Balancers are not simulated");
      balancers.addUnsupported(group.ref());
      return;
    }
    boolean network = !protocol.startsWith("HTTP");
    LoadBalancerType type = network ? LoadBalancerType.NETWORK : LoadBalancerType.APPLICATION;
    balancers.add(group.ref(), new TargetGroupDraft(group, type, spec(group, type)));
  }

  private static TargetGroupSpec spec(Properties group, LoadBalancerType type) {
    Attributes attributes = new Attributes(group, "TargetGroupAttributes");
    RoutingAlgorithm routing = routing(attributes, type);
    Duration delay =
        Duration.ofSeconds(
            attributes.integer("deregistration_delay.timeout_seconds", 300, 0, 3_600));
    TargetGroupSpec spec =
        new TargetGroupSpec(
            group.logicalId(),
            Arns.fullName(group.ref(), "targetgroup/"),
            TargetHealthCheck.read(group, type),
            routing,
            delay,
            slowStart(attributes, routing),
            crossZone(attributes));
    attributes.unsupportedIfPresent("stickiness.enabled", "stickiness is not simulated");
    attributes.ignore(
        "deregistration_delay.connection_termination.enabled",
        "lambda.multi_value_headers.enabled",
        "load_balancing.algorithm.anomaly_mitigation",
        "preserve_client_ip.enabled",
        "proxy_protocol_v2.enabled",
        "stickiness.",
        "target_failover.",
        "target_group_health.",
        "target_health_state.");
    attributes.finish();
    return spec;
  }

  private static RoutingAlgorithm routing(Attributes attributes, LoadBalancerType type) {
    if (type == LoadBalancerType.NETWORK) {
      return RoutingAlgorithm.flowHash();
    }
    String name = attributes.text(ALGORITHM).orElse("round_robin");
    RoutingAlgorithm algorithm = ALGORITHMS.get(name);
    if (algorithm == null) {
      attributes.error(
          ALGORITHM,
          "must be one of "
              + String.join(", ", new TreeSet<>(ALGORITHMS.keySet()))
              + ", found "
              + name);
      return RoutingAlgorithm.roundRobin();
    }
    return algorithm;
  }

  private static Duration slowStart(Attributes attributes, RoutingAlgorithm routing) {
    int seconds = attributes.integer(SLOW_START, 0, 0, 900);
    if (seconds > 0 && seconds < 30) {
      attributes.error(SLOW_START, "must be 0 or from 30 to 900, found " + seconds);
      return Duration.ZERO;
    }
    if (seconds > 0 && !routing.equals(RoutingAlgorithm.roundRobin())) {
      attributes.error(
          SLOW_START, "slow start and %s exclude each other".formatted(routing.name()));
      return Duration.ZERO;
    }
    return Duration.ofSeconds(seconds);
  }

  private static CrossZone crossZone(Attributes attributes) {
    return switch (attributes.text("load_balancing.cross_zone.enabled").orElse("")) {
      case "true" -> CrossZone.ON;
      case "false" -> CrossZone.OFF;
      default -> CrossZone.INHERIT;
    };
  }
}
