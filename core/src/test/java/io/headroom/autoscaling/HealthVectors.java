package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.endSecond;
import static io.headroom.autoscaling.GroupFixture.seconds;
import static io.headroom.autoscaling.GroupFixture.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceListener;
import io.headroom.ec2.LaunchOutcome;
import io.headroom.elb.TargetHealth;
import io.headroom.sim.Distribution;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The checks of vectors about health and replacement. */
final class HealthVectors {
  private HealthVectors() {}

  static void replacementBatch(JsonNode given, JsonNode expected) {
    int desired = given.get("desired").asInt();
    int unhealthy = given.path("unhealthy").asInt(desired);
    HealthFailure failure = failure(given.get("cause").asText());
    int batch = failure.isBatched() ? ReplacementRules.batchSize(desired) : unhealthy;

    assertThat(batch).isEqualTo(expected.get("batch").asInt());
  }

  static void replacementMayStart(JsonNode given, JsonNode expected) {
    boolean mayStart =
        !failure(given.get("cause").asText()).isBatched()
            || ReplacementRules.mayStart(
                given.get("desired").asInt(),
                given.get("healthyInService").asInt(),
                given.get("scalingActivityInProgress").asBoolean());

    assertThat(mayStart).isEqualTo(expected.get("start").asBoolean());
  }

  private static HealthFailure failure(String cause) {
    return switch (cause) {
      case "stopped" -> HealthFailure.NOT_RUNNING;
      case "setInstanceHealth" -> HealthFailure.SET_BY_USER;
      default -> HealthFailure.ELB;
    };
  }

  /**
   * The instance stops right before the group's first look, at 0:10, which is the vector's zero.
   */
  static void replacementOrder(JsonNode given, JsonNode expected) {
    Duration drain = Duration.ofSeconds(given.get("drainSeconds").asLong());
    Timings timings = GroupFixture.runningAfter(given.get("launchSeconds").asLong());
    GroupFixture run = new GroupFixture(timings, 7, drain);
    run.start(web().desired(1).targetGroups(List.of("tg")));
    run.at(9, () -> run.ec2.terminate(run.instance(0)));
    run.runTo(200);

    ScalingActivity old = run.terminations().get(0);
    ScalingActivity replacement = run.launches().get(0);
    assertThat(seconds(old.startNanos()) - 10)
        .isEqualTo(expected.get("terminationStartedAt").asLong());
    assertThat(seconds(replacement.startNanos()) - 10)
        .isEqualTo(expected.get("replacementStartedAt").asLong());
    assertThat(endSecond(old) - 10).isEqualTo(expected.get("oldTerminatedAt").asLong());
    assertThat(endSecond(replacement) - 10).isEqualTo(expected.get("newInServiceAt").asLong());
    assertThat(run.desired()).isEqualTo(1);
  }

  static void markUnhealthy(JsonNode given, JsonNode expected) {
    boolean told = given.get("signal").asText().equals("setInstanceHealth");
    if (told || given.has("state") || given.has("suspended")) {
      assertThat(markedInGroup(given, told))
          .isEqualTo(
              expected.get("markedAt").isNull()
                  ? OptionalLong.empty()
                  : OptionalLong.of(expected.get("markedAt").asLong()));
      return;
    }
    Examined examined = new Examined(given);
    boolean stopped = given.get("signal").asText().equals("stopped");
    long at = given.get("at").asLong();
    long until = given.path("until").asLong(at + 1);
    long signal = stopped ? examined.stop() : examined.untilReportedUnhealthy();
    OptionalLong marked = examined.markedAt(signal, signal - at, signal - at + until);

    JsonNode markedAt = expected.get("markedAt");
    assertThat(marked)
        .isEqualTo(markedAt.isNull() ? OptionalLong.empty() : OptionalLong.of(markedAt.asLong()));
  }

  /**
   * A group without replacements, whose only instance comes into service at 0:10, the vector's
   * zero; an unhealthy signal of a load balancer is that of a zone that falls silent.
   */
  private static OptionalLong markedInGroup(JsonNode given, boolean told) {
    Set<ScalingProcess> suspended = EnumSet.of(ScalingProcess.REPLACE_UNHEALTHY);
    given
        .path("suspended")
        .forEach(name -> suspended.add(ScalingProcess.named(name.asText()).orElseThrow()));
    AutoScalingGroupSpec.Builder group =
        web()
            .desired(0)
            .healthCheck(HealthCheckKind.ELB)
            .targetGroups(List.of("tg"))
            .gracePeriod(Duration.ofSeconds(given.path("gracePeriod").asLong()));
    Story story =
        Story.immediate(group)
            .with(settings -> settings.suspended(suspended))
            .at(10, new GroupOperation.SetDesired(1, GroupOperation.Cooldown.IGNORE));
    long at = 10 + given.get("at").asLong();
    if (told) {
      story.at(at, setUnhealthy(given.path("shouldRespectGracePeriod").asBoolean(true)));
    }
    if (given.has("state")) {
      story.at(
          at - 1,
          new GroupOperation.EnterStandby(
              InstanceChoice.oldest(1), GroupOperation.Decrement.DESIRED));
    }
    story.start();
    if (given.get("signal").asText().equals("terminated")) {
      story.run.at(at, () -> story.run.ec2.terminate(story.run.instance(0)));
    } else if (!told) {
      story.run.at(at, () -> GroupFixture.ZONES.forEach(story.run.ec2::failZone));
    }
    for (long second = 10; second < at + 600; second++) {
      story.to(second);
      if (story.group().members().any(member -> !member.isHealthy())) {
        return OptionalLong.of(second - 10);
      }
    }
    return OptionalLong.empty();
  }

  private static GroupOperation setUnhealthy(boolean respectsGrace) {
    return new GroupOperation.SetHealth(
        InstanceChoice.oldest(1),
        GroupOperation.Health.UNHEALTHY,
        respectsGrace ? GroupOperation.Grace.RESPECT : GroupOperation.Grace.IGNORE);
  }

  /** One instance of a group that has no part in a loop, and what a look at it says. */
  private static final class Examined {
    private final GroupFixture fixture = new GroupFixture();
    private final Instance instance;
    private final HealthVerdicts verdicts;

    Examined(JsonNode given) {
      AutoScalingGroupSpec spec =
          web()
              .healthCheck(
                  given.path("healthCheckType").asText().contains("ELB")
                      ? HealthCheckKind.ELB
                      : HealthCheckKind.EC2)
              .gracePeriod(Duration.ofSeconds(given.get("gracePeriod").asLong()))
              .build();
      // A silent zone fails status checks too, which is not what is examined here.
      // A silent zone fails status checks too, which is not what is examined here.
      Timings tolerant = fixture.timings.with(each -> each.impairedTolerance(Duration.ofDays(1)));
      GroupRun run =
          new GroupRun(spec, fixture.environment(), tolerant, new ActivityLog(), new Ledger());
      verdicts = new HealthVerdicts(run, new Registrations(List.of(fixture.targetGroup())));
      instance = instance(spec, given.path("attachmentState").asText().equals("Added"));
    }

    /** A target that no check has passed yet boots; another one is healthy and falls silent. */
    private Instance instance(AutoScalingGroupSpec spec, boolean booting) {
      if (booting) {
        LaunchOutcome outcome =
            fixture.ec2.launch(
                spec.launchConfiguration().bootTime(Distribution.constant(Duration.ofHours(1))),
                "a",
                "web",
                InstanceListener.NONE);
        Instance launched = ((LaunchOutcome.Launched) outcome).instance();
        fixture.targetGroup().register(launched);
        return launched;
      }
      Instance healthy =
          fixture.ec2.launchInService(
              spec.launchConfiguration(), "a", "web", InstanceListener.NONE);
      fixture.targetGroup().registerHealthy(healthy);
      fixture.at(1_000, () -> fixture.ec2.failZone("a"));
      return healthy;
    }

    long stop() {
      fixture.at(500, () -> fixture.ec2.terminate(instance));
      return 500;
    }

    /** Returns the second from which the load balancer reports the instance as unhealthy. */
    long untilReportedUnhealthy() {
      long second = 0;
      while (fixture.targetGroup().health(instance) != TargetHealth.UNHEALTHY) {
        second++;
        fixture.runTo(second);
      }
      return second;
    }

    /** Looks each second; returns when it is marked, counted from when it came into service. */
    OptionalLong markedAt(long signal, long inService, long until) {
      LaunchOrder order = LaunchOrder.of(LaunchOrder.Purpose.GROWTH, "", WarmupRule.NONE);
      Member member = new Member(instance, order, null);
      member.become(LifecycleState.IN_SERVICE);
      member.inServiceSince(inService * SimTime.SECOND);
      for (long second = signal; second < until; second++) {
        fixture.runTo(second);
        if (verdicts.of(member).isPresent()) {
          return OptionalLong.of(second - inService);
        }
      }
      return OptionalLong.empty();
    }
  }
}
