package io.headroom;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.sim.Distribution;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.SimTime;
import io.headroom.sqs.PollerSpec;
import io.headroom.sqs.QueueSpec;
import io.headroom.workload.Arrivals;
import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A group foresees the requests of all the ways that lead to it, and no others. */
class OutlooksTest {
  private static final List<String> ZONES = List.of("a");

  /** A rate of which only the intensity is asked. */
  private record Rate(double requestsPerSecond) implements Workload {
    @Override
    public String name() {
      return "rate";
    }

    @Override
    public Arrivals open(RandomStreams random, long horizonNanos) {
      return times -> 0;
    }

    @Override
    public double requestsPerSecond(long timeNanos) {
      return requestsPerSecond;
    }
  }

  private static Traffic traffic(String to, double rate) {
    Distribution demand = Distribution.constant(Duration.ofMillis(100));
    return new Traffic(to, new Rate(rate), RequestProfile.of(demand));
  }

  private static AutoScalingGroupSpec group(String name, String... targetGroups) {
    return AutoScalingGroupSpec.builder(name)
        .zones(ZONES)
        .targetGroups(List.of(targetGroups))
        .build();
  }

  private static double foreseen(String group) {
    ForwardRule second = new ForwardRule(TargetGroupSpec.application("b-targets"), 1);
    LoadBalancerSpec one =
        LoadBalancerSpec.application("one", ZONES, TargetGroupSpec.application("a-targets"));
    LoadBalancerSpec two =
        LoadBalancerSpec.application("two", ZONES, TargetGroupSpec.application("c-targets"));
    Scenario scenario =
        Scenario.builder("ways")
            .duration(Duration.ofHours(1))
            .loadBalancer(one.forwards(List.of(one.forwards().get(0), second)))
            .loadBalancer(two)
            .queue(QueueSpec.of("jobs"))
            .poller(PollerSpec.of("workers", "jobs"))
            .group(group("a", "a-targets"))
            .group(group("b", "b-targets"))
            .group(group("c", "c-targets"))
            .group(group("workers"))
            .traffic(traffic("one", 1))
            .traffic(traffic("two", 10))
            .traffic(traffic("b-targets", 100))
            .traffic(traffic("jobs", 1_000))
            .build();
    AutoScalingGroupSpec spec =
        scenario.groups().stream().filter(g -> g.name().equals(group)).findFirst().orElseThrow();
    return new Outlooks(scenario).of(spec).traffic().peakRequestsPerSecond(0, SimTime.MINUTE);
  }

  @Test
  void requests_comeThroughBalancersTargetGroupsAndQueues() {
    assertThat(foreseen("a")).isEqualTo(1);
    assertThat(foreseen("b")).isEqualTo(101);
    assertThat(foreseen("c")).isEqualTo(10);
    assertThat(foreseen("workers")).isEqualTo(1_000);
  }
}
