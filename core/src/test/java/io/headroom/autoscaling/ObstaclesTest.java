package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.fleet.InstanceOverride;
import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.PoolState;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.Delete;
import io.headroom.autoscaling.operations.GroupOperation.Deletion;
import io.headroom.autoscaling.operations.GroupOperation.Grace;
import io.headroom.autoscaling.operations.GroupOperation.Health;
import io.headroom.autoscaling.operations.GroupOperation.SetDesired;
import io.headroom.autoscaling.operations.GroupOperation.SetHealth;
import io.headroom.autoscaling.operations.GroupOperation.Suspend;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.autoscaling.replacement.MaximumLifetime;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever delays, reduces or drops a wish leaves an entry in the ledger with a typed reason. */
class ObstaclesTest {
  private static Distribution seconds(long seconds) {
    return Distribution.constant(Duration.ofSeconds(seconds));
  }

  private static GroupOperation maximum(int maximum) {
    OptionalInt kept = OptionalInt.empty();
    return GroupOperation.UpdateGroup.sizes(kept, OptionalInt.of(maximum), kept);
  }

  private static ScriptedPolicy wishes(long second, int capacity) {
    return ScriptedPolicy.of("policy", Pacing.IMMEDIATE).at(second, capacity);
  }

  private static List<Obstacle> obstacles(Story story, String writer) {
    return story.run.newest(writer).obstacles();
  }

  @Test
  @Rule("autoscaling DEL2")
  void deletedGroup_takesNoWish() {
    Instant due = Instant.parse("2026-01-01T00:02:00Z");
    ScheduledAction grow =
        new ScheduledAction(
            "grow",
            from -> from.isAfter(due) ? Optional.empty() : Optional.of(due),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(5));
    Story story =
        Story.immediate(web().policies(List.of(wishes(120, 4))).schedule(grow))
            .at(60, new Delete(Deletion.FORCE))
            .to(200);

    assertThat(obstacles(story, "grow")).containsExactly(Obstacle.GROUP_DELETED);
    assertThat(obstacles(story, "policy")).containsExactly(Obstacle.GROUP_DELETED);
    assertThat(story.run.launches()).isEmpty();
  }

  @Test
  void launchThatHasNotBegun_isTakenBackByALaterChange() {
    Timings slowCalls = Timings.immediate().with(times -> times.ec2CallDelay(seconds(10)));
    Story story =
        new Story(new GroupFixture(slowCalls, 7), web())
            .at(60, new SetDesired(4, Cooldown.IGNORE))
            .at(65, new SetDesired(2, Cooldown.IGNORE))
            .to(200);

    assertThat(obstacles(story, "reconcile")).containsExactly(Obstacle.LATER_CHANGE);
  }

  @Test
  void unhealthyInstances_areLeftToTheirReplacement() {
    Story story =
        Story.immediate(web())
            .with(settings -> settings.suspended(Set.of(ScalingProcess.REPLACE_UNHEALTHY)))
            .at(60, new SetHealth(InstanceChoice.oldest(2), Health.UNHEALTHY, Grace.IGNORE))
            .at(90, new SetDesired(1, Cooldown.IGNORE))
            .to(200);

    assertThat(obstacles(story, "reconcile")).containsExactly(Obstacle.UNHEALTHY);
  }

  @Test
  @Rule("autoscaling MX12")
  void instanceHeavierThanTheSurplus_stays() {
    FleetSettings heavy =
        FleetSettings.NONE.mixed(
            new MixedInstancesPolicy(
                List.of(InstanceOverride.of(FleetFixture.launch("c5.large"), 4)),
                InstancesDistribution.DEFAULT));
    FleetFixture run =
        new FleetFixture(Timings.immediate())
            .start(web().fleet(heavy).desired(8).policies(List.of(wishes(60, 6))));
    run.runTo(200);

    assertThat(run.run.newest("reconcile").obstacles()).containsExactly(Obstacle.WEIGHT);
    assertThat(run.serving()).hasSize(2);
  }

  @Test
  @Rule("autoscaling 7")
  void suspendedLaunch_keepsTheReplacementWaiting() {
    Story story =
        Story.immediate(web())
            .with(settings -> settings.suspended(Set.of(ScalingProcess.LAUNCH)))
            .at(60, new SetHealth(InstanceChoice.oldest(1), Health.UNHEALTHY, Grace.IGNORE))
            .to(200);

    assertThat(obstacles(story, "launch")).containsExactly(Obstacle.PROCESS_SUSPENDED);
    assertThat(story.run.terminations()).hasSize(1);
  }

  @Test
  @Rule("autoscaling 7")
  void suspendedTerminate_keepsTheOldInstanceBesideItsSuccessor() {
    RefreshPreferences launchFirst =
        RefreshPreferences.API.warmup(Duration.ofSeconds(60)).healthy(100, 200);
    Story story =
        Story.immediate(web())
            .at(60, new RefreshOperation.Start(launchFirst, Optional.empty()))
            .at(70, new Suspend(Set.of(ScalingProcess.TERMINATE)))
            .to(400);

    assertThat(obstacles(story, "replacement")).containsExactly(Obstacle.PROCESS_SUSPENDED);
    assertThat(story.run.terminations()).isEmpty();
  }

  @Test
  @Rule("autoscaling IR6")
  void successorThatWarmsUp_keepsTheOldInstance_andIsSaidOnce() {
    RefreshPreferences launchFirst =
        RefreshPreferences.API.warmup(Duration.ofSeconds(60)).healthy(100, 200);
    Story story =
        Story.immediate(web())
            .at(60, new RefreshOperation.Start(launchFirst, Optional.empty()))
            .to(110);

    List<LedgerEntry> said = story.run.ledger("replacement");
    assertThat(obstacles(story, "replacement")).containsExactly(Obstacle.WARMUP);
    assertThat(said).hasSize(said.stream().map(LedgerEntry::saw).distinct().toList().size());
    assertThat(story.run.terminations()).isEmpty();
  }

  @Test
  @Rule("autoscaling AZ5")
  void zoneThatWouldNotLaunch_isSaidBeforeTheNextOneIsTried() {
    Story story = Story.immediate(web()).at(60, new SetDesired(4, Cooldown.IGNORE)).start();
    story.run.at(30, () -> story.run.ec2.failZone(GroupFixture.ZONES.get(0)));
    story.to(80);

    assertThat(obstacles(story, "zone")).containsExactly(Obstacle.ZONE_FAILED);
    assertThat(story.run.newest("zone").saw()).contains(GroupFixture.ZONES.get(0));
  }

  @Test
  @Rule("autoscaling 7")
  void suspendedRegistration_isSaidOfEachInstance() {
    Story story =
        Story.immediate(web().targetGroups(List.of("tg")))
            .with(settings -> settings.suspended(Set.of(ScalingProcess.ADD_TO_LOAD_BALANCER)))
            .at(60, new SetDesired(3, Cooldown.IGNORE))
            .to(200);

    assertThat(obstacles(story, "launch")).containsExactly(Obstacle.PROCESS_SUSPENDED);
  }

  @Test
  @Rule("autoscaling LF6")
  void launchThatTakesTooLong_isEnded() {
    Timings never = Timings.immediate().with(times -> times.pendingToRunning(seconds(3_600)));
    Story story =
        new Story(new GroupFixture(never, 7), web())
            .at(60, new SetDesired(3, Cooldown.IGNORE))
            .to(1_000);

    assertThat(obstacles(story, "launch")).containsExactly(Obstacle.START_TIMEOUT);
  }

  @Test
  @Rule("autoscaling LF1")
  void warmPoolWithoutCapacity_waitsToLaunchAgain() {
    Story story =
        Story.immediate(web())
            .with(settings -> settings.warmPool(WarmPoolSpec.of(PoolState.STOPPED)))
            .at(60, maximum(12))
            .at(61, maximum(13))
            .start();
    story.run.at(30, () -> GroupFixture.ZONES.forEach(story.run.ec2::failZone));
    story.to(200);

    assertThat(story.run.ledger("warm pool").stream().map(LedgerEntry::obstacles))
        .contains(List.of(Obstacle.BACK_OFF));
  }

  @Test
  @Rule("autoscaling ML3")
  void instancesThatAreTooOld_waitUntilOthersHaveComeAndGone() {
    LifecycleHook slow =
        LifecycleHook.of("slow", HookTransition.LAUNCHING)
            .consumer(HookConsumer.after(seconds(600)));
    FleetSettings daily =
        FleetSettings.NONE.maximumLifetime(new MaximumLifetime(Duration.ofDays(1)));
    Story story =
        Story.immediate(web().fleet(daily))
            .hooks(slow)
            .at(86_300, new SetDesired(3, Cooldown.IGNORE))
            .to(86_700);

    assertThat(obstacles(story, "maximum lifetime")).containsExactly(Obstacle.ACTIVITY_IN_PROGRESS);
  }
}
