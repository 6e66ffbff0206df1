package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.refresh.Checkpoints;
import io.headroom.autoscaling.refresh.DesiredConfiguration;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.ec2.InstanceType;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The start of an instance refresh in a scenario file. */
final class RefreshSectionTest {
  private static GroupOperation read(YamlText text) {
    return RefreshSection.start(text.section());
  }

  @Test
  @Rule("autoscaling IR1")
  void nothingSaid_isTheDefaultOfTheApi() {
    YamlText text = new YamlText("{}");
    assertThat(read(text))
        .isEqualTo(new RefreshOperation.Start(RefreshPreferences.API, Optional.empty()));
  }

  @Test
  void preferences_areReadInTheWordsOfTheApi() {
    YamlText text =
        new YamlText(
            "MinHealthyPercentage: 90",
            "MaxHealthyPercentage: 110",
            "InstanceWarmup: 600",
            "CheckpointPercentages: [20, 100]",
            "CheckpointDelay: 15m",
            "SkipMatching: true",
            "Alarms: [high]",
            "DesiredConfiguration: { InstanceType: m5.xlarge }");
    RefreshPreferences expected =
        RefreshPreferences.API
            .healthy(90, 110)
            .warmup(Duration.ofMinutes(10))
            .checkpoints(new Checkpoints(List.of(20, 100)))
            .checkpointDelay(Duration.ofMinutes(15))
            .skipMatching(true)
            .alarms(List.of("high"));
    assertThat(read(text))
        .isEqualTo(
            new RefreshOperation.Start(
                expected,
                Optional.of(
                    new DesiredConfiguration(
                        Optional.of(InstanceType.of("m5.xlarge")), OptionalInt.empty()))));
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void wrongValues_areProblems() {
    YamlText text =
        new YamlText(
            "MinHealthyPercentage: most",
            "CheckpointPercentages: 20",
            "StandbyInstances: Refresh",
            "DesiredConfiguration: { InstanceType: huge }");
    read(text);
    assertThat(text.problems()).hasSize(4);
  }
}
