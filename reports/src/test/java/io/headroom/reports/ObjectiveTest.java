package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.Slo;
import io.headroom.SloOutcome;
import io.headroom.reports.Objective.Unit;
import io.headroom.reports.Objective.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObjectiveTest {
  private static final SloOutcome OUTCOME = new SloOutcome(0, 0, 0.002, true);

  private static SampleResults web(Slo slo) {
    return SampleResults.named("web").latency(SampleResults.LATENCY).slo(slo, OUTCOME);
  }

  @Test
  void parts_arePercentilesAndErrors() {
    Slo slo = Slo.latency(99, Duration.ofMillis(500)).errors(0.001);

    assertThat(Objective.of(web(slo).build()))
        .containsExactly(
            new Objective("p99", Unit.SECONDS, 0.5, 0.347, 0.347),
            new Objective("errors", Unit.SHARE, 0.001, 0.002, 0.002))
        .inOrder();
  }

  @Test
  void noObjective_hasNoParts() {
    assertThat(Objective.of(web(Slo.NONE).build())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "50, 40, HELD, 40.1 ms",
    "99.9, 912, HELD, 912 ms",
    "99.9, 911, NOT_HELD, 912 ms",
    "100, 5000, HELD, 4.53 s",
    "99.5, 912, HELD, between 347 ms and 912 ms",
    "99.5, 500, OPEN, between 347 ms and 912 ms",
    "99.5, 346, NOT_HELD, between 347 ms and 912 ms",
    "10, 1, OPEN, between 0 ms and 40.1 ms"
  })
  void percentile_isJudgedByWhatTheResultHolds(
      double percentile, long limitMillis, Verdict verdict, String measured) {
    Slo slo = Slo.latency(percentile, Duration.ofMillis(limitMillis).plusNanos(200_000));
    Objective objective = Objective.of(web(slo).build()).get(0);

    assertThat(objective.verdict()).isEqualTo(verdict);
    assertThat(objective.measured()).isEqualTo(measured);
  }

  @Test
  void valueOnTheLimit_isHeld() {
    assertThat(new Objective("p99", Unit.SECONDS, 0.5, 0.5, 0.5).verdict()).isEqualTo(Verdict.HELD);
  }
}
