package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.elb.LoadBalancerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the actions of a listener or rule. Authentication passes requests on; a redirect or a fixed
 * response ends them at the load balancer.
 */
final class Actions {

  private final Properties owner;
  private final LoadBalancerType type;
  private final Balancers balancers;

  Actions(Properties owner, LoadBalancerType type, Balancers balancers) {
    this.owner = owner;
    this.type = type;
    this.balancers = balancers;
  }

  /** Returns where the forward action of a list sends requests; empty if there is none. */
  List<Forward> read(String key) {
    List<Forward> forwards = new ArrayList<>();
    for (Properties action : owner.maps(key)) {
      String kind = action.text("Type").orElse("");
      if (kind.equals("forward")) {
        forwards.addAll(forward(action));
      } else if (!kind.startsWith("authenticate") && !kind.startsWith("jwt")) {
        action.unsupported("Type", "requests of %s actions never reach a target".formatted(kind));
      }
    }
    return forwards;
  }

  private List<Forward> forward(Properties action) {
    List<Forward> forwards = new ArrayList<>();
    Properties config = action.map("ForwardConfig");
    config.unsupportedIfPresent("TargetGroupStickinessConfig", "stickiness is not simulated");
    List<Properties> weighted = config.maps("TargetGroups");
    for (Properties each : weighted) {
      targetGroup(each, each.integer("Weight", 1, 0, 999)).ifPresent(forwards::add);
    }
    if (weighted.isEmpty()) {
      targetGroup(action, 1).ifPresent(forwards::add);
    }
    return forwards;
  }

  private Optional<Forward> targetGroup(Properties action, int weight) {
    Optional<String> arn = action.text("TargetGroupArn");
    Optional<TargetGroupDraft> group = arn.flatMap(balancers::targetGroup);
    if (arn.isPresent() && group.isEmpty() && !balancers.isUnsupported(arn.get())) {
      action.warning("TargetGroupArn", "the target group is not in the template; left out");
    }
    group
        .filter(draft -> draft.type() != type)
        .ifPresent(draft -> action.error("TargetGroupArn", mismatch(draft)));
    return group
        .filter(draft -> draft.type() == type)
        .map(draft -> new Forward(draft.spec(), weight));
  }

  private String mismatch(TargetGroupDraft draft) {
    String protocol = draft.source().text("Protocol").orElse("HTTP");
    String allowed = type == LoadBalancerType.NETWORK ? "TCP, TLS or UDP" : "HTTP or HTTPS";
    return "target group %s has protocol %s; this listener needs %s"
        .formatted(draft.spec().name(), protocol, allowed);
  }
}
