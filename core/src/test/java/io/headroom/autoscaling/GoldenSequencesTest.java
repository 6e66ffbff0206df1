package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;
import static io.headroom.autoscaling.ScriptedPolicy.SIMPLE;

import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.elb.TargetHealth;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The life of one scale-out and of one scale-in from the policy on, to the second: what the group,
 * the instance and its target do.
 */
class GoldenSequencesTest {
  private static Story story(LifecycleHook hook, ScriptedPolicy policy) {
    AutoScalingGroupSpec.Builder group =
        web().targetGroups(List.of("tg")).warmup(Duration.ofSeconds(200)).policies(List.of(policy));
    return new Story(new GroupFixture(), group).hooks(hook).start();
  }

  private static LifecycleHook hook(HookTransition transition, long seconds) {
    return LifecycleHook.of("hook", transition)
        .consumer(HookConsumer.after(Distribution.constant(Duration.ofSeconds(seconds))));
  }

  /** Follows a story second by second and tells when an observation becomes another one. */
  private static List<String> changes(Story story, int seconds, Supplier<String> observation) {
    List<String> changes = new ArrayList<>();
    String last = observation.get();
    for (int second = 1; second <= seconds; second++) {
      story.to(second);
      String now = observation.get();
      if (!now.equals(last)) {
        changes.add(second + " " + now);
        last = now;
      }
    }
    return changes;
  }

  private static String sizes(Story story) {
    GroupCapacity capacity = story.run.capacity();
    return "desired %d, pending %d, in service %d, warm %d"
        .formatted(capacity.desired(), capacity.pending(), capacity.inService(), capacity.warm());
  }

  /** The hook takes 70 s, in which the machine, which needs 60 s, begins to answer. */
  @Test
  @Rule("autoscaling 28")
  void scaleOut() {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", SIMPLE).at(60, 3).at(463, 4).at(464, 5);
    Story story = story(hook(HookTransition.LAUNCHING, 70), grow);

    assertThat(changes(story, 400, () -> sizes(story)))
        .containsExactly(
            "60 desired 3, pending 0, in service 2, warm 2",
            "75 desired 3, pending 1, in service 2, warm 2",
            "164 desired 3, pending 0, in service 3, warm 2",
            "364 desired 3, pending 0, in service 3, warm 3")
        .inOrder();
    assertThat(story.lines())
        .containsExactly(
            "78 #3 Pending", "94 #3 Pending:Wait", "164 #3 Pending:Proceed", "164 #3 InService")
        .inOrder();
    assertThat(story.to(470).run.wish("grow", 1).obstacles()).containsExactly(Obstacle.COOLDOWN);
    assertThat(story.run.desired()).isEqualTo(5);
  }

  @Test
  @Rule("autoscaling 28")
  void newTarget_getsTrafficAfterItsFirstPassedCheck_andCountsInMetricsWhenWarm() {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", SIMPLE).at(60, 3);
    Story story = story(hook(HookTransition.LAUNCHING, 70), grow);
    Supplier<String> target =
        () -> {
          if (story.run.ec2.instances().size() < 3) {
            return "absent";
          }
          TargetHealth health = story.run.targetGroup().health(story.run.instance(2));
          boolean counts = story.run.ec2.isCountedInGroupMetrics(story.run.instance(2));
          return health + (counts ? ", counts" : "");
        };

    assertThat(changes(story, 400, target))
        .containsExactly("78 UNUSED", "164 INITIAL", "165 HEALTHY", "364 HEALTHY, counts")
        .inOrder();
  }

  /** Draining takes 120 s and the hook 30 s. */
  @Test
  @Rule("autoscaling 28")
  void scaleIn() {
    ScriptedPolicy shrink = ScriptedPolicy.of("shrink", SIMPLE).at(60, 1).at(494, 2).at(495, 3);
    Story story = story(hook(HookTransition.TERMINATING, 30), shrink);

    assertThat(changes(story, 400, () -> sizes(story)))
        .containsExactly(
            "60 desired 1, pending 0, in service 2, warm 2",
            "75 desired 1, pending 0, in service 1, warm 1")
        .inOrder();
    assertThat(story.lines())
        .containsExactly(
            "75 #1 Terminating",
            "195 #1 Terminating:Wait",
            "225 #1 Terminating:Proceed",
            "247 #1 Terminated")
        .inOrder();
    assertThat(story.to(500).run.wish("shrink", 1).obstacles()).containsExactly(Obstacle.COOLDOWN);
    assertThat(story.run.desired()).isEqualTo(3);
  }
}
