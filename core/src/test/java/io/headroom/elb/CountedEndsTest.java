package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Instance;
import io.headroom.ec2.ServiceModel;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ends that only a router asks about, and only when it chooses. */
class CountedEndsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ElbFixture elb = new ElbFixture();
  private final List<Instance> instances = new ArrayList<>();

  @BeforeEach
  void balanceTwo() {
    elb.serve(ServiceModel.WEB_SERVER);
    TargetGroup group =
        elb.application(
            TargetGroupSpec.application("tg").routing(RoutingAlgorithm.leastOutstandingRequests()));
    for (int i = 0; i < 2; i++) {
      instances.add(elb.running("a"));
      group.registerHealthy(instances.get(i));
    }
  }

  private List<Integer> inFlight() {
    long now = elb.simulator.nowNanos();
    return instances.stream().map(instance -> instance.server().inFlight(now)).toList();
  }

  /** Two short requests on the first, a long one on the second, whose turn it would be. */
  private void assertEndsAreCounted() {
    elb.requestsAt(Duration.ofMillis(500), PATIENCE, 1_000, 1_002, 3_000);
    elb.requestsAt(Duration.ofSeconds(5), PATIENCE, 1_001);
    elb.runTo(1.1);
    assertThat(inFlight()).containsExactly(2, 1).inOrder();
    elb.runTo(3.1);
    assertThat(inFlight()).containsExactly(1, 1).inOrder();
  }

  @Test
  void endsBeforeAChoice_areCounted() {
    assertEndsAreCounted();
  }

  @Test
  void endsAmongManyMachines_areCounted() {
    elb.runMany();
    assertEndsAreCounted();
  }

  @Test
  void machinesThatBecomeMany_haveEndedWhatWasDue() {
    elb.requestsAt(Duration.ofSeconds(1), PATIENCE, 1_000);
    elb.requestsAt(Duration.ofSeconds(4), PATIENCE, 1_001);
    elb.at(3, elb::runMany);
    elb.at(4, () -> {});
    List<Long> clock = new ArrayList<>();
    elb.simulator.runUntil(6 * SimTime.SECOND, clock::add);
    assertThat(clock).isInOrder();
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(2);
    assertThat(inFlight()).containsExactly(0, 0);
  }
}
