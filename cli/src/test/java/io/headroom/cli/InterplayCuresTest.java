package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A story under {@code examples/interplay} without its mistake is not diagnosed. */
class InterplayCuresTest {
  private static final Path STORIES =
      Path.of(System.getProperty("headroom.root", "..")).resolve("examples/interplay");

  private static String explain(String story, String... settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("explain");
    arguments.add(STORIES.resolve(story).resolve("scenario.yaml").toString());
    for (String setting : settings) {
      arguments.add("--set");
      arguments.add(setting);
    }
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertWithMessage(run.err()).that(run.code()).isEqualTo(0);
    return run.out();
  }

  @Test
  void checkThatAsksTheApplication_isNoCause() {
    assertThat(explain("check-before-ready", "instances.Group={boot: 100s}"))
        .doesNotContain("Diagnosis");
  }

  /** The hook waits until the application serves, and only then the load balancer learns of it. */
  @Test
  void hookThatWaitsForTheApplication_isNoCause() {
    String hook =
        "{LifecycleHookName: warm, LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING'}";
    assertThat(explain("check-before-ready", "Group.LifecycleHookSpecificationList=[" + hook + "]"))
        .doesNotContain("Diagnosis");
  }

  /** Two machines with room for one request each refuse many, whether one launches or not. */
  @Test
  void overload_isAnotherCause() {
    String small = "instances.Group={boot: 40s, ready: 60s, concurrency: 1, acceptQueue: 0}";
    assertThat(explain("check-before-ready", small, "Group.MaxSize=5"))
        .doesNotContain("the health check passes before");
  }

  @Test
  void outageWhileRebalancingIsSuspended_endsNoHealthyInstance() {
    assertThat(explain("rebalance-kills-healthy", "operations=[{at: 0s, suspend: AZRebalance}]"))
        .doesNotContain("Diagnosis");
  }

  /** Three instances in three zones: one moves, which is what rebalancing is for. */
  @Test
  void singleInstance_isNoCause() {
    assertThat(explain("rebalance-kills-healthy", "Group.MinSize=3", "Group.DesiredCapacity=3"))
        .doesNotContain("Diagnosis");
  }

  @Test
  void refreshThatLaunchesFirst_scalesNothingOut() {
    String preferences =
        "{MinHealthyPercentage: 100, MaxHealthyPercentage: 120, InstanceWarmup: 300}";
    assertThat(
            explain(
                "refresh-triggers-scaling",
                "operations=[{at: 01:00, startInstanceRefresh: " + preferences + "}]"))
        .doesNotContain("Diagnosis");
  }

  @Test
  void groupWhoseWarmUpOutlastsTheBoot_scalesNothingOut() {
    assertThat(explain("refresh-triggers-scaling", "Group.DefaultInstanceWarmup=300"))
        .doesNotContain("Diagnosis");
  }

  /** More requests during a refresh are reason enough to scale out. */
  @Test
  void loadThatRises_isAnotherCause() {
    assertThat(
            explain(
                "refresh-triggers-scaling",
                "workloads=[{ramp: {from: 92/s, to: 190/s, at: 58m, for: 3m}, requests: {demand:"
                    + " 70ms}}]"))
        .doesNotContain("an instance refresh triggers scaling");
  }
}
