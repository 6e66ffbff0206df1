package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.replacement.MaximumLifetime;
import io.headroom.autoscaling.termination.CustomTermination;
import io.headroom.autoscaling.termination.TerminationFailure;
import io.headroom.autoscaling.termination.TerminationRequest;
import io.headroom.autoscaling.termination.TerminationRequest.Candidate;
import io.headroom.autoscaling.termination.TerminationRequest.CapacityToTerminate;
import io.headroom.autoscaling.termination.TerminationRequest.Cause;
import io.headroom.ec2.PurchaseOption;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a function that is asked before instances leave is told, and what its answer brings. */
class CustomTerminationTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:choose:prod";
  private static final long DAY = 86_400;

  private final List<TerminationRequest> asked = new ArrayList<>();

  /** Names instances by the numbers of their launches, from 1, from a second on; none before. */
  private FleetSettings naming(FleetFixture run, long fromSecond, int... numbers) {
    return FleetSettings.NONE.termination(
        CustomTermination.of(
            ARN,
            request -> {
              asked.add(request);
              List<String> ids = new ArrayList<>();
              for (int number : numbers) {
                if (GroupFixture.seconds(run.run.simulator.nowNanos()) >= fromSecond) {
                  ids.add(run.run.instance(number - 1).id());
                }
              }
              return ids;
            }));
  }

  private static TimedOperation at(long second, GroupOperation operation) {
    return new TimedOperation(Duration.ofSeconds(second), operation);
  }

  private static GroupOperation desired(int capacity) {
    return new GroupOperation.SetDesired(capacity, Cooldown.IGNORE);
  }

  private static AutoScalingGroupSpec.Builder four(FleetSettings fleet, TimedOperation... script) {
    return web()
        .desired(4)
        .fleet(fleet)
        .lifecycle(LifecycleSettings.NONE.operations(List.of(script)));
  }

  private static List<String> left(FleetFixture run) {
    return run.run.terminations().stream()
        .map(each -> number(run, each) + " at " + GroupFixture.seconds(each.startNanos()))
        .toList();
  }

  private static int number(FleetFixture run, ScalingActivity activity) {
    return run.run.ec2.instances().stream()
        .filter(each -> activity.instance().equals(Optional.of(each.id())))
        .findFirst()
        .orElseThrow()
        .ordinal();
  }

  @Test
  @Rule("autoscaling 11.4")
  void request_tellsCauseCapacityAndAllThatMayLeave() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    run.start(four(naming(run, 0, 1, 2), at(600, desired(2)))).runTo(700);

    assertThat(asked).hasSize(1);
    TerminationRequest request = asked.get(0);
    assertThat(request.group()).isEqualTo("web");
    assertThat(request.cause()).isEqualTo(Cause.SCALE_IN);
    assertThat(request.capacity())
        .containsExactly(
            new CapacityToTerminate("a", 1, PurchaseOption.ON_DEMAND),
            new CapacityToTerminate("b", 1, PurchaseOption.ON_DEMAND));
    assertThat(request.total()).isEqualTo(2);
    assertThat(request.instances()).hasSize(4);
    Candidate first = request.instances().get(0);
    assertThat(first.type()).isEqualTo("m5.large");
    assertThat(first.market()).isEqualTo(PurchaseOption.ON_DEMAND);
    assertThat(first.age()).isEqualTo(Duration.ofMinutes(10));
    assertThat(first.inFlight()).isEqualTo(0);
  }

  /** One of each zone is proposed; the function names both of one. */
  @Test
  @Rule("autoscaling 11.4")
  void answer_overridesTheProposal_andTheBalanceOfZones() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    CustomTermination emptiesZone =
        CustomTermination.of(
            ARN,
            request ->
                request.instances().stream()
                    .filter(each -> each.zone().equals("a"))
                    .map(Candidate::id)
                    .toList());
    run.start(four(FleetSettings.NONE.termination(emptiesZone), at(600, desired(2)))).runTo(630);

    assertThat(run.zones()).containsExactly("b", 2L);
  }

  @Test
  @Rule("autoscaling 11.4")
  void fewerThanAskedFor_onlyThoseLeaveNow_andItIsAskedEachMinute() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    run.start(four(naming(run, 750, 3), at(600, desired(2)))).runTo(900);

    assertThat(left(run)).containsExactly("3 at 780");
    assertThat(asked).hasSize(6);
    assertThat(run.run.inService()).isEqualTo(3);
    LedgerEntry entry = run.run.ledger("custom termination policy").get(0);
    assertThat(entry.obstacles()).containsExactly(Obstacle.CUSTOM_POLICY);
    assertThat(entry.reason()).isEqualTo("names only 0");
  }

  @Test
  @Rule("autoscaling 11.4")
  void failure_terminatesNothing_andIsAskedAgainAfterAMinute() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    CustomTermination failing =
        CustomTermination.of(
            ARN,
            request -> {
              asked.add(request);
              if (asked.size() == 1) {
                throw new TerminationFailure("no answer within 2 s");
              }
              return List.of(request.instances().get(0).id());
            });
    run.start(four(FleetSettings.NONE.termination(failing), at(600, desired(3)))).runTo(900);

    assertThat(asked).hasSize(2);
    assertThat(run.run.terminations()).hasSize(1);
    assertThat(GroupFixture.seconds(run.run.terminations().get(0).startNanos())).isEqualTo(660);
    assertThat(run.run.ledger("custom termination policy").get(0).reason())
        .isEqualTo("fails: no answer within 2 s");
  }

  @Test
  @Rule("autoscaling 11.4")
  @Rule("autoscaling PR3")
  void protectedInstance_staysWhateverTheFunctionSays() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    GroupOperation protect = new GroupOperation.Protect(InstanceChoice.numbers(1), true);
    run.start(four(naming(run, 0, 1, 2), at(60, protect), at(600, desired(2)))).runTo(650);

    assertThat(left(run)).containsExactly("2 at 600");
  }

  @Test
  @Rule("autoscaling 11.4")
  @Rule("autoscaling TS4")
  void refresh_asksAboutEachBatch_andReplacesNothingElse() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    RefreshOperation start =
        new RefreshOperation.Start(RefreshPreferences.API.warmup(Duration.ZERO), Optional.empty());
    run.start(four(naming(run, 0, 2, 3), at(600, start))).runTo(2_400);

    assertThat(asked.get(0).cause()).isEqualTo(Cause.INSTANCE_REFRESH);
    assertThat(run.run.terminations().stream().map(each -> number(run, each)).toList())
        .containsExactly(2, 3);
  }

  @Test
  @Rule("autoscaling 11.4")
  @Rule("autoscaling TS4")
  void lifetime_asksWhichOfThoseThatAreDueMayGo() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    FleetSettings fleet =
        naming(run, DAY + 600, 3).maximumLifetime(new MaximumLifetime(Duration.ofDays(1)));
    run.start(four(fleet)).runTo(DAY + 1_200);

    assertThat(asked.get(0).cause()).isEqualTo(Cause.MAX_INSTANCE_LIFETIME);
    assertThat(left(run)).containsExactly("3 at " + (DAY + 600));
  }

  @Test
  @Rule("autoscaling 11.4")
  @Rule("autoscaling TS4")
  void rebalancing_asksWhichInstanceOfTheFullestZoneMayGo() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    run.start(four(naming(run, 7_200, 1, 2, 3, 4)));
    run.run.at(600, () -> run.run.ec2.failZone("b"));
    run.run.at(3_600, () -> run.run.ec2.restoreZone("b"));

    run.runTo(7_100);
    assertThat(run.zones()).containsExactly("a", 4L);
    assertThat(asked.get(0).cause()).isEqualTo(Cause.REBALANCE);
    assertThat(asked.get(0).capacity())
        .containsExactly(new CapacityToTerminate("a", 1, PurchaseOption.ON_DEMAND));
    assertThat(run.runTo(7_800).zones()).containsExactly("a", 2L, "b", 2L);
  }

  @Test
  @Rule("autoscaling 11.4")
  @Rule("autoscaling HR2")
  void unhealthyInstance_isReplacedWithoutAQuestion() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    GroupOperation mark =
        new GroupOperation.SetHealth(
            InstanceChoice.oldest(1), GroupOperation.Health.UNHEALTHY, GroupOperation.Grace.IGNORE);
    run.start(four(naming(run, 0), at(600, mark))).runTo(700);

    assertThat(left(run)).containsExactly("1 at 600");
    assertThat(asked).isEmpty();
  }

  @Test
  @Rule("autoscaling TP2")
  void function_isTheFirstPolicyOrNone() {
    AutoScalingGroupSpec group =
        web().terminationPolicyNames(List.of(ARN, "OldestInstance", "Default")).build();

    assertThat(group.fleet().termination()).hasValue(CustomTermination.named(ARN));
    assertThat(group.terminationPolicies())
        .containsExactly(TerminationPolicy.OLDEST_INSTANCE, TerminationPolicy.DEFAULT)
        .inOrder();
    assertThrows(
        AutoScalingException.class, () -> web().terminationPolicyNames(List.of("Default", ARN)));
    assertThrows(AutoScalingException.class, () -> web().terminationPolicyNames(List.of(ARN, ARN)));
    assertThrows(
        IllegalArgumentException.class, () -> web().terminationPolicyNames(List.of("Eldest")));
  }
}
