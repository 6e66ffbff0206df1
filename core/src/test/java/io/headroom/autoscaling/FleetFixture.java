package io.headroom.autoscaling;

import io.headroom.autoscaling.fleet.InstanceOverride;
import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchConfiguration.Source;
import io.headroom.ec2.PurchaseOption;
import io.headroom.ec2.spot.CapacityShortage;
import io.headroom.ec2.spot.InterruptionModel;
import io.headroom.ec2.spot.SpotCall;
import io.headroom.ec2.spot.SpotMarket;
import io.headroom.ec2.spot.SpotSettings;
import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A group on a kernel of its own that buys in a calm Spot market. */
final class FleetFixture {
  final GroupFixture run;
  final SpotMarket market;

  FleetFixture(Timings timings) {
    run = new GroupFixture(timings, 7);
    InterruptionModel together =
        new InterruptionModel(0, 1, Duration.ZERO, 1, Duration.ZERO, Duration.ofMinutes(30));
    SpotSettings settings = SpotSettings.DEFAULT.calm().interruptions(together);
    market = new SpotMarket(run.simulator, run.random, run.ec2, settings);
    run.ec2.market(market);
  }

  static LaunchConfiguration launch(String type) {
    return LaunchConfiguration.of("lt", Source.LAUNCH_TEMPLATE, InstanceType.of(type))
        .bootTime(Distribution.constant(Duration.ofMinutes(1)));
  }

  static MixedInstancesPolicy mixed(InstancesDistribution distribution, String... types) {
    return new MixedInstancesPolicy(
        Arrays.stream(types).map(type -> InstanceOverride.of(launch(type))).toList(), distribution);
  }

  static FleetSettings buying(InstancesDistribution distribution, String... types) {
    return FleetSettings.NONE.mixed(mixed(distribution, types));
  }

  FleetFixture start(AutoScalingGroupSpec.Builder group) {
    run.start(group);
    return this;
  }

  FleetFixture runTo(long second) {
    run.runTo(second);
    return this;
  }

  List<Member> serving() {
    return ((AutoScalingGroup) run.group()).members().in(Kind.IN_SERVICE);
  }

  /** How many instances in service there are of each kind, such as {@code m5.large/SPOT}. */
  Map<String, Long> bought() {
    return serving().stream()
        .map(member -> member.configuration().type() + "/" + member.configuration().purchase())
        .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
  }

  Map<String, Long> zones() {
    return serving().stream()
        .collect(Collectors.groupingBy(Member::zone, TreeMap::new, Collectors.counting()));
  }

  static CapacityShortage none(String type, String zone, PurchaseOption purchase) {
    return new CapacityShortage(Optional.of(type), Optional.of(zone), Optional.of(purchase), 0);
  }

  /** Calls every Spot instance of a zone back. */
  static SpotCall call(String zone, Duration lead) {
    return new SpotCall(Optional.empty(), Optional.of(zone), 1, lead);
  }

  Instance first() {
    return run.instance(0);
  }

  /** What the ledger says of a part of the group: second, what it did, what stood in the way. */
  List<String> story(String writer) {
    return run.ledger(writer).stream()
        .map(
            entry ->
                GroupFixture.seconds(entry.timeNanos())
                    + " "
                    + entry.reason().replaceAll("i-[0-9a-f]+", "i")
                    + (entry.obstacles().isEmpty() ? "" : " " + entry.obstacles()))
        .toList();
  }
}
