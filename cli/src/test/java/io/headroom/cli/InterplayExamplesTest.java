package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.testing.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each story under {@code examples/interplay} is diagnosed in words, and no other is. */
class InterplayExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("headroom.root", "..")).resolve("examples");

  private static CommandRun explain(String folder) {
    return CommandRun.of("explain", EXAMPLES.resolve(folder).resolve("scenario.yaml").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "policies-fight, two policies fight",
    "lagging-metric, a policy overshoots and thrashes",
    "grace-shorter-than-boot, the grace period is shorter than the boot",
    "check-before-ready, the health check passes before the application is ready",
    "rebalance-kills-healthy, zone rebalancing ends healthy instances",
    "refresh-triggers-scaling, an instance refresh triggers scaling",
    "slow-scale-in, scale-in takes far too long",
    "basic-monitoring, basic monitoring under an alarm with a shorter period",
    "hook-blocks-simple-scaling, a lifecycle hook blocks simple scaling",
  })
  void story_isDiagnosed(String folder, String cause) {
    CommandRun run = explain("interplay/" + folder);

    assertWithMessage(run.err()).that(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("Diagnosis, 1 cause");
    assertThat(run.out()).contains("Group: " + cause);
  }

  @Test
  @Rule("autoscaling 21.4")
  void workersOfAQueue_areDiagnosedOnCpuAndScaleOnTheirBacklog() {
    assertThat(explain("interplay/queue-workers-on-cpu").out())
        .contains("Workers: the workers of a queue never scale on their metric");
    CommandRun recipe = explain("queue-workers");
    assertWithMessage(recipe.err()).that(recipe.code()).isEqualTo(0);
    assertThat(recipe.out()).contains("Workers  Backlog");
    assertThat(recipe.out()).contains("desired capacity 2 →");
  }

  @Test
  void soundScenario_hasNoDiagnosis() {
    assertThat(explain("classic").out()).doesNotContain("Diagnosis");
  }
}
