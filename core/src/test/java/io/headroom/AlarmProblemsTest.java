package io.headroom;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.Pacing;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.Trigger;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MissingData;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.Unit;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alarms of one name are one alarm, so they must be equal. */
class AlarmProblemsTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:1:topic";

  /** A policy that an alarm asks and that wants nothing. */
  private record Idle(String name, AlarmSpec alarm) implements ScalingPolicy {
    @Override
    public Pacing pacing() {
      return Pacing.IMMEDIATE;
    }

    @Override
    public List<Trigger> triggers(GroupIdentity group) {
      return List.of(Trigger.onAlarm(alarm));
    }

    @Override
    public Decider newDecider() {
      return context -> ScalingDecision.none(Obstacle.NO_STEP, "nothing");
    }
  }

  private static AlarmSpec.Builder high() {
    return AlarmSpec.when(Metric.of("Test", "Load"), Statistic.AVERAGE).isAbove(50).named("high");
  }

  private static AutoScalingGroupSpec group(String name, ScalingPolicy... policies) {
    return AutoScalingGroupSpec.builder(name)
        .max(2)
        .zones(List.of("a"))
        .policies(List.of(policies))
        .build();
  }

  private static ScenarioBuilder with(AutoScalingGroupSpec... groups) {
    return Scenario.builder("alarms").groups(List.of(groups));
  }

  private static List<String> problems(AlarmSpec.Builder other) {
    return with(group("web", new Idle("out", high().build()), new Idle("in", other.build())))
        .problems();
  }

  @Test
  void otherCondition_isAProblemOfOneLine() {
    ScenarioBuilder two =
        with(
            group("web", new Idle("out", high().build())),
            group("jobs", new Idle("more", high().isAbove(60).build())));

    String line =
        "alarm high: condition is > 50.0 for 1 of 1 datapoints in policy out of group web,"
            + " and > 60.0 for 1 of 1 datapoints in policy more of group jobs;"
            + " alarms of one name must be equal";
    assertThat(two.problems()).containsExactly(line);
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, two::build);
    assertThat(refused).hasMessageThat().contains(line);
  }

  @Test
  void equalAlarms_areOne() {
    assertThat(problems(high())).isEmpty();
    assertThat(problems(high().isAbove(60).named("higher"))).isEmpty();
  }

  @Test
  void actionsThatScale_makeNoDifference() {
    assertThat(problems(high().onAlarm("out"))).isEmpty();
  }

  @Test
  void eachSettingThatDiffers_isNamed() {
    assertThat(only(high().period(Duration.ofMinutes(5)))).contains("period is 60 s in policy out");
    assertThat(only(high().unit(Unit.COUNT))).contains("unit is not set in policy out");
    assertThat(only(high().datapoints(2, 3))).contains("and > 50.0 for 2 of 3 datapoints in");
    assertThat(only(high().missingData(MissingData.IGNORE))).contains("missing data is missing in");
    assertThat(only(high().evaluationRange(9))).contains("evaluation range is not set in");
    assertThat(only(high().wallClock(ZoneOffset.UTC))).contains("and Z in policy in");
    assertThat(only(high().withoutActions())).contains("actions enabled is true in");
    assertThat(only(high().onOk(TOPIC))).contains("actions is {} in policy out");
    assertThat(only(high().describedAs("busy"))).contains("description is '' in policy out");
  }

  private static String only(AlarmSpec.Builder other) {
    List<String> problems = problems(other);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Test
  void alarmOfTheScenario_isComparedWithThoseOfPolicies() {
    ScenarioBuilder scenario =
        with(group("web", new Idle("out", high().build()))).alarm(high().build());
    assertThat(scenario.problems()).isEmpty();

    scenario.alarm(high().isBelow(50).build());
    assertThat(scenario.problems()).hasSize(1);
    assertThat(scenario.problems().get(0)).contains("and < 50.0 for 1 of 1 datapoints in the");
  }
}
