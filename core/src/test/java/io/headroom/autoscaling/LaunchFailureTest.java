package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.seconds;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Launches that fail with fixed delays: a change at 1:00 reaches EC2 at 1:18. */
class LaunchFailureTest {
  private static GroupFixture growing(int to, String... failedZones) {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, to);
    GroupFixture run = new GroupFixture().start(web().policies(List.of(grow)));
    for (String zone : failedZones) {
      run.at(70, () -> run.ec2.failZone(zone));
    }
    return run;
  }

  @Test
  @Rule("autoscaling AZ5")
  @Rule("autoscaling LF7")
  void otherZone_isTriedWhenOneFails() {
    GroupFixture run = growing(5, "a").runTo(78);

    assertThat(run.ec2.instances().subList(2, 5).stream().map(each -> each.zone()))
        .containsExactly("b", "b", "b");
    assertThat(run.desired()).isEqualTo(5);
  }

  @Test
  @Rule("autoscaling AC7")
  @Rule("autoscaling LF1")
  @Rule("autoscaling 6")
  void failure_isAnActivityWithItsReason() {
    GroupFixture run = growing(3, "a", "b").runTo(78);

    ScalingActivity failed = run.launches().get(0);
    assertThat(failed.status()).isEqualTo(ActivityStatus.FAILED);
    assertThat(failed.instance()).isEmpty();
    assertThat(failed.endNanos().orElseThrow()).isEqualTo(failed.startNanos());
    assertThat(failed.statusMessage()).endsWith("Launching EC2 instance failed.");
    assertThat(failed.description())
        .isEqualTo("Launching a new EC2 instance.  Status Reason: " + failed.statusMessage());
  }

  @Test
  @Rule("autoscaling LF3")
  void retries_waitTwiceAsLongEachTime() {
    GroupFixture run = growing(3, "a", "b").runTo(300);

    assertThat(run.launches().stream().map(each -> seconds(each.startNanos())).distinct())
        .containsExactly(78L, 90L, 111L, 150L, 225L)
        .inOrder();
  }

  @Test
  @Rule("autoscaling LF3")
  void waits_endAtFifteenMinutes() {
    LaunchBackoff backoff = new LaunchBackoff(Duration.ofSeconds(9), Duration.ofSeconds(900));
    for (int i = 0; i < 50; i++) {
      backoff.failed(0);
    }

    assertThat(backoff.failed(0)).isEqualTo(900_000_000_000L);
    backoff.reset();
    assertThat(backoff.failed(0)).isEqualTo(9_000_000_000L);
  }

  @Test
  @Rule("autoscaling LF3")
  void success_endsTheFailures() {
    GroupFixture run = growing(3, "a", "b");
    run.at(100, () -> run.ec2.restoreZone("b"));
    run.runTo(140);

    assertThat(run.inService()).isEqualTo(3);
    assertThat(run.newest("launch").obstacles())
        .containsExactly(Obstacle.NO_CAPACITY, Obstacle.ZONE_FAILED)
        .inOrder();
    assertThat(run.newest("launch").times()).isEqualTo(2);
  }

  @Test
  @Rule("autoscaling WU1")
  void retriedLaunch_stillBelongsToItsPolicy() {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", ScriptedPolicy.WARMUP).at(60, 3);
    GroupFixture run = new GroupFixture().start(web().policies(List.of(grow)));
    run.at(70, () -> List.of("a", "b").forEach(run.ec2::failZone));
    run.at(80, () -> List.of("a", "b").forEach(run.ec2::restoreZone));
    run.runTo(130);

    assertThat(run.capacity().inService()).isEqualTo(3);
    assertThat(run.capacity().warm()).isEqualTo(2);
    assertThat(run.autoScaling.scaleOuts().get(0).instances()).hasSize(1);
  }
}
