package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CauseTest {

  @Test
  void alarm_isNamedWithItsPolicy() {
    Cause cause =
        Cause.of(
            "At 2026-11-27T00:21:10Z a monitor alarm high in state ALARM triggered policy out"
                + " changing the desired capacity from 2 to 6.  At 2026-11-27T00:21:12Z an"
                + " instance was started in response to a difference between desired and actual"
                + " capacity, increasing the capacity from 2 to 6.");

    assertThat(cause).isEqualTo(new Cause(Optional.of("2 → 6"), "out (high in ALARM)"));
  }

  @Test
  void alarmOfTargetTracking_isShortened() {
    Cause cause =
        Cause.of(
            "At 2026-11-27T00:21:10Z a monitor alarm TargetTracking-Web-Group-AlarmLow-1f-22 in"
                + " state ALARM triggered policy cpu changing the desired capacity from 3 to 2.");

    assertThat(cause).isEqualTo(new Cause(Optional.of("3 → 2"), "cpu (AlarmLow in ALARM)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "At T a user request created an AutoScalingGroup changing the desired capacity from 0 to 4."
            + "|a user request created an AutoScalingGroup|0 → 4",
        "At T a scheduled action update of AutoScalingGroup constraints to min: 1, max: 9, desired:"
            + " 3 changing the desired capacity from 2 to 3."
            + "|a scheduled action update of AutoScalingGroup constraints to min: 1, max: 9,"
            + " desired: 3|2 → 3",
        "At T an instance was launched in response to an unhealthy instance needing to be replaced."
            + "|unhealthy instance needing to be replaced|",
        "Something else|Something else|",
        "''|no cause given|",
      })
  void clause_isShortened(String text, String words, String desired) {
    assertThat(Cause.of(text)).isEqualTo(new Cause(Optional.ofNullable(desired), words));
  }

  @Test
  void clauses_beginWithAt() {
    assertThat(Cause.clauses("At 1 a.  At 2 b  c.   At 3 d."))
        .containsExactly("At 1 a.", "At 2 b  c.", "At 3 d.")
        .inOrder();
  }
}
