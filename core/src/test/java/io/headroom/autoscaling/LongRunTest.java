package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongRunTest {
  @Test
  void monthOfVainDecisions_staysSmall() {
    ScalingPolicy vain =
        ScalingPolicy.every(
            "vain",
            Duration.ofMinutes(1),
            context -> ScalingDecision.none("at " + context.nowNanos()));
    GroupFixture run =
        new GroupFixture()
            .start(web().policies(List.of(vain)))
            .runTo(30 * SimTime.DAY / SimTime.SECOND);

    assertThat(run.autoScaling.ledger()).hasSize(1);
    assertThat(run.newest("vain").times()).isEqualTo(30 * 24 * 60);
    assertThat(run.autoScaling.activities()).isEmpty();
  }
}
