package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.LOAD;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.Monitoring;
import io.headroom.elb.LoadBalancerSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GroupContextTest {
  /** Asks once a minute and returns what the function found in the context. */
  private static <T> List<T> seen(GroupFixture run, Function<ScalingContext, T> look) {
    List<T> found = new ArrayList<>();
    ScalingPolicy policy =
        ScalingPolicy.every(
            "look",
            Duration.ofMinutes(1),
            context -> {
              found.add(look.apply(context));
              return ScalingDecision.none("only looks");
            });
    run.start(web().targetGroups(List.of("tg")).policies(List.of(policy)));
    return found;
  }

  @Test
  void newest_isTheMinuteThatCanBeSeen() {
    GroupFixture run = new GroupFixture();
    List<OptionalDouble> found =
        seen(run, context -> context.newest(LOAD, Statistic.AVERAGE, Duration.ofMinutes(1)));
    run.load(10, 0, 120).load(90, 120, 600).runTo(240);

    assertThat(found)
        .containsExactly(
            OptionalDouble.of(10),
            OptionalDouble.of(10),
            OptionalDouble.of(90),
            OptionalDouble.of(90))
        .inOrder();
    assertThat(run.newest("look").saw()).isEqualTo("Load Average 10.0");
    assertThat(run.newest("look").times()).isEqualTo(4);
  }

  @Test
  void newest_isEmptyWithoutData() {
    GroupFixture run = new GroupFixture();
    Metric nothing = Metric.of("Test", "Nothing");
    List<OptionalDouble> found =
        seen(run, context -> context.newest(nothing, Statistic.SUM, Duration.ofMinutes(5)));
    run.runTo(60);

    assertThat(found).containsExactly(OptionalDouble.empty());
    assertThat(run.newest("look").saw()).isEqualTo("Nothing Sum without data");
  }

  @Test
  void identity_hasTheNamesOfTheMetrics() {
    GroupFixture run = new GroupFixture();
    List<GroupIdentity> found = seen(run, ScalingContext::group);
    run.runTo(60);

    LoadBalancerSpec balancer = run.balancers.all().get(0).spec();
    GroupIdentity identity = found.get(0);
    assertThat(identity.name()).isEqualTo("web");
    assertThat(identity.instanceMetricPeriod()).isEqualTo(Monitoring.DETAILED.interval());
    assertThat(identity.targetGroups().get(0).resourceLabel())
        .isEqualTo(balancer.fullName() + "/" + balancer.forwards().get(0).targetGroup().fullName());
  }

  @Test
  void foresight_looksAheadFromNow() {
    GroupFixture run = new GroupFixture();
    List<Double> found =
        seen(run, context -> context.foresight().peakRequestsPerSecond(Duration.ofSeconds(30)));
    run.runTo(120);

    assertThat(found).containsExactly(90.0, 150.0).inOrder();
  }

  @Test
  void inFlight_isPartOfWhatWasSeen() {
    GroupFixture run = new GroupFixture();
    List<Integer> found = seen(run, ScalingContext::inFlight);
    run.runTo(60);

    assertThat(found).containsExactly(0);
    assertThat(run.newest("look").saw()).isEqualTo("in flight 0");
  }
}
