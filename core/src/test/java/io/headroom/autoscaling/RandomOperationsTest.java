package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.PoolState;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.Decrement;
import io.headroom.autoscaling.operations.GroupOperation.Grace;
import io.headroom.autoscaling.operations.GroupOperation.Health;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.ec2.Instance;
import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds whatever users do to a group with hooks and a warm pool, and zones fail meanwhile. */
class RandomOperationsTest {
  private static GroupOperation operation(Random random) {
    InstanceChoice one = InstanceChoice.oldest(1);
    Decrement decrement = random.nextBoolean() ? Decrement.DESIRED : Decrement.NONE;
    Set<ScalingProcess> process =
        Set.of(
            List.of(ScalingProcess.values()).get(random.nextInt(ScalingProcess.values().length)));
    return switch (random.nextInt(13)) {
      case 0 -> new GroupOperation.Attach(1);
      case 1 -> new GroupOperation.Detach(one, decrement);
      case 2 -> new GroupOperation.EnterStandby(one, decrement);
      case 3 -> new GroupOperation.ExitStandby(one);
      case 4 -> new GroupOperation.Terminate(InstanceChoice.newest(1), decrement);
      case 5 -> new GroupOperation.TerminateInEc2(one);
      case 6 -> new GroupOperation.Protect(one, random.nextBoolean());
      case 7 -> new GroupOperation.Suspend(process);
      case 8 -> new GroupOperation.Resume(Set.of(ScalingProcess.values()));
      case 9 -> new GroupOperation.SetHealth(one, Health.UNHEALTHY, Grace.IGNORE);
      case 10 ->
          new RefreshOperation.Start(
              RefreshPreferences.API.warmup(Duration.ofMinutes(1)), Optional.empty());
      default -> new GroupOperation.SetDesired(random.nextInt(7), Cooldown.IGNORE);
    };
  }

  private static LifecycleHook hook(String name, HookTransition transition, Random random) {
    return LifecycleHook.of(name, transition)
        .heartbeatTimeout(Duration.ofMinutes(2))
        .consumer(
            HookConsumer.after(Distribution.constant(Duration.ofSeconds(random.nextInt(150))))
                .abandoning(0.3));
  }

  private static Story story(Random random) {
    Story story = new Story(new GroupFixture(Timings.typical(), random.nextInt()), web().max(6));
    story.with(
        settings ->
            settings.hooks(
                List.of(
                    hook("in", HookTransition.LAUNCHING, random),
                    hook("out", HookTransition.TERMINATING, random))));
    if (random.nextBoolean()) {
      PoolState state = List.of(PoolState.values()).get(random.nextInt(3));
      story.with(settings -> settings.warmPool(WarmPoolSpec.of(state).maximumPrepared(5)));
    }
    for (int i = 0; i < 40; i++) {
      story.at(60 + random.nextInt(6_000), operation(random));
    }
    // Everything goes on in the end, so that the group comes to rest.
    story.at(6_100, new GroupOperation.Resume(Set.of(ScalingProcess.values())));
    return story;
  }

  @Property(tries = 60)
  void group_keepsItsLaws(@ForAll int seed) {
    Random random = new Random(seed);
    Story story = story(random).start();
    story.run.at(1_000, () -> story.run.ec2.failZone("a"));
    story.run.at(1_900, () -> story.run.ec2.restoreZone("a"));
    Map<String, Kind> initial = present(story);
    for (long second = 0; second <= 16_000; second += 50) {
      story.to(second);
      GroupCapacity capacity = story.run.capacity();
      assertThat(capacity.desired()).isAtMost(capacity.maximum());
      assertThat(capacity.desired()).isAtLeast(capacity.minimum());
      assertCensus(story);
      assertThat(new ActivityReplay(initial).read(story.run.autoScaling.activities()).states())
          .containsExactlyEntriesIn(present(story));
    }
    assertReplay(story);
    assertBilledOnce(story);
  }

  /** What the members do; who leaves, leaves, be it the group or the pool. */
  private static Map<String, Kind> present(Story story) {
    Map<String, Kind> present = new LinkedHashMap<>();
    for (Member member : story.group().members().all()) {
      Kind kind = member.state().kind();
      present.put(member.instance().id(), kind == Kind.COOLING ? Kind.TERMINATING : kind);
    }
    return present;
  }

  /** The counts that are kept equal those that are counted. */
  private static void assertCensus(Story story) {
    GroupMembers members = story.group().members();
    for (Kind kind : Kind.values()) {
      assertWithMessage(kind.name())
          .that(members.census().instances(kind))
          .isEqualTo(members.count(member -> member.is(kind)));
    }
    assertThat(members.census().actualInstances()).isEqualTo(members.count(Member::isActual));
    long nowNanos = story.run.simulator.nowNanos();
    assertThat(members.warmUnits(nowNanos))
        .isEqualTo(members.count(member -> member.isActual() && member.isWarm(nowNanos)));
  }

  /** The moves from the start on lead to the states of the end, and each was allowed. */
  private static void assertReplay(Story story) {
    Map<Integer, LifecycleState> states = new LinkedHashMap<>();
    for (Story.Move move : story.moves()) {
      LifecycleState before = states.put(move.instance(), move.state());
      boolean entered = before == null || before == LifecycleState.DETACHED;
      boolean stays = before == move.state();
      assertWithMessage("%s after %s", move, before)
          .that(entered || stays || before.canBecome(move.state()))
          .isTrue();
    }
    for (Member member : story.group().members().all()) {
      LifecycleState replayed = states.get(member.instance().ordinal());
      if (replayed != null) {
        assertThat(member.state()).isEqualTo(replayed);
      }
    }
  }

  /** Every instance is in the group, was detached, or has ended, once. */
  private static void assertBilledOnce(Story story) {
    for (Instance instance : story.run.ec2.instances()) {
      boolean known = story.group().members().of(instance).isPresent();
      List<String> states = story.states(instance.ordinal());
      long ends = states.stream().filter(state -> state.endsWith("Terminated")).count();
      boolean detached = !states.isEmpty() && states.get(states.size() - 1).equals("Detached");
      assertWithMessage(instance + " " + states)
          .that((known ? 1 : 0) + ends + (detached ? 1 : 0))
          .isEqualTo(1);
    }
  }
}
