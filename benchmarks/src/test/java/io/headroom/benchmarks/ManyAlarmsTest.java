package io.headroom.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.benchmarks.ManyAlarms.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The work of the benchmark is what its name says, or its figures mean nothing. */
class ManyAlarmsTest {
  @Test
  void aThirdOfTheTime_alarmsActEveryMinute() {
    Outcome outcome = new ManyAlarms(40, 8, Duration.ofDays(1)).run();

    assertThat(outcome.evaluations()).isEqualTo(40 * 1_440);
    // Six waves a day: each goes off and recovers, apart from crossings that noise adds.
    assertThat(outcome.transitions()).isAtLeast(40 * 12);
    double share = (double) outcome.actions() / outcome.evaluations();
    assertThat(share).isWithin(0.05).of(0.35);
  }
}
