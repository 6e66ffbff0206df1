package io.headroom.benchmarks;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScheduledAction;
import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.elb.CrossZone;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.RoutingAlgorithm;
import io.headroom.elb.TargetGroupSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The ways of balancing that whole runs are measured with. */
enum Balance {
  ROUND_ROBIN("round robin"),
  LEAST_OUTSTANDING("least outstanding"),
  SLOW_START("slow start"),
  FLOW_HASH("flow hash");

  /** The longest slow start that a target group may have. */
  private static final Duration RAMP = Duration.ofMinutes(15);

  private final String words;

  Balance(String words) {
    this.words = words;
  }

  /** Returns the way in which a yardstick balances. */
  static Balance of(Balancing balancing) {
    return balancing == Balancing.ROUND_ROBIN ? ROUND_ROBIN : LEAST_OUTSTANDING;
  }

  String words() {
    return words;
  }

  private RoutingAlgorithm routing() {
    return switch (this) {
      case ROUND_ROBIN, SLOW_START -> RoutingAlgorithm.roundRobin();
      case LEAST_OUTSTANDING -> RoutingAlgorithm.leastOutstandingRequests();
      case FLOW_HASH -> RoutingAlgorithm.flowHash();
    };
  }

  LoadBalancerSpec loadBalancer(List<String> zones) {
    TargetGroupSpec targets = TargetGroupSpec.application("targets").routing(routing());
    return switch (this) {
      case ROUND_ROBIN, LEAST_OUTSTANDING -> LoadBalancerSpec.application("lb", zones, targets);
      case SLOW_START -> LoadBalancerSpec.application("lb", zones, targets.slowStart(RAMP));
      case FLOW_HASH ->
          new LoadBalancerSpec(
              "lb",
              "net/lb/0000000000000000",
              LoadBalancerType.NETWORK,
              zones,
              List.of(new ForwardRule(targets, 1)),
              CrossZone.ON,
              LoadBalancerSpec.DEFAULT_IDLE_TIMEOUT);
    };
  }

  /**
   * Weights are in force only while a target ramps up, so an instance more comes and goes every
   * 1,000 seconds for nearly all of the time.
   */
  AutoScalingGroupSpec.Builder keepRamping(AutoScalingGroupSpec.Builder group, int instances) {
    if (this != SLOW_START) {
      return group;
    }
    return group.scheduledActions(
        List.of(toSize("more", instances + 1, 0), toSize("fewer", instances, 970)));
  }

  private static ScheduledAction toSize(String name, int desired, long second) {
    return new ScheduledAction(
        name,
        notBefore -> Optional.of(next(notBefore, second)),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(desired));
  }

  private static Instant next(Instant notBefore, long second) {
    long from = notBefore.getEpochSecond() + (notBefore.getNano() > 0 ? 1 : 0);
    return Instant.ofEpochSecond(from + Math.floorMod(second - from, 1_000L));
  }
}
