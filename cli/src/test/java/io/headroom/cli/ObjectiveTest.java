package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cli.Objective.Unit;
import io.headroom.cli.Objective.Verdict;
import org.junit.jupiter.api.Test;

final class ObjectiveTest {
  @Test
  void valueOnTheLimit_holds() {
    Objective objective = new Objective("latency p99", Unit.SECONDS, 0.5, 0.5, 0.5);
    assertThat(objective.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(objective.line()).isEqualTo("holds   latency p99 at most 500.0 ms, was 500.0 ms");
  }

  @Test
  void valueOverTheLimit_saysByHowMuch() {
    Objective objective = new Objective("latency p99", Unit.SECONDS, 0.5, 1.25, 1.25);
    assertThat(objective.verdict()).isEqualTo(Verdict.MISSED);
    assertThat(objective.line())
        .isEqualTo(
            "MISSED  latency p99 at most 500.0 ms, was 1.250 s: over by 750.0 ms (2.50 times the"
                + " limit)");
  }

  @Test
  void errorsOverAZeroLimit_haveNoFactor() {
    Objective objective = new Objective("errors", Unit.SHARE, 0, 0.002, 0.002);
    assertThat(objective.line())
        .isEqualTo("MISSED  errors at most 0.0000%, was 0.2000%: over by 0.2000%");
  }

  @Test
  void valueBetweenTwoPercentiles_isOpenOnlyAroundTheLimit() {
    assertThat(new Objective("latency p97", Unit.SECONDS, 0.5, 0.4, 0.6).verdict())
        .isEqualTo(Verdict.OPEN);
    assertThat(new Objective("latency p97", Unit.SECONDS, 0.7, 0.4, 0.6).verdict())
        .isEqualTo(Verdict.HOLDS);
    assertThat(new Objective("latency p97", Unit.SECONDS, 0.3, 0.4, 0.6).verdict())
        .isEqualTo(Verdict.MISSED);
  }
}
