package io.headroom.sim;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimTimeTest {
  @Test
  void format_showsDaysAndFractions_onlyWherePresent() {
    assertThat(SimTime.format(0)).isEqualTo("00:00:00");
    assertThat(SimTime.format(90 * SimTime.SECOND)).isEqualTo("00:01:30");
    assertThat(SimTime.format(2 * SimTime.DAY + 1_500_000_000L)).isEqualTo("2d 00:00:01.5");
    assertThat(SimTime.format(1)).isEqualTo("00:00:00.000000001");
  }

  @Test
  void floor_andNextMultiple_meetOnTheGrid() {
    assertThat(SimTime.floor(119, 60)).isEqualTo(60);
    assertThat(SimTime.floor(120, 60)).isEqualTo(120);
    assertThat(SimTime.nextMultiple(120, 60)).isEqualTo(180);
  }

  @Test
  void nanosOf_roundsToTheNearestNanosecond() {
    assertThat(SimTime.nanosOf(0.1)).isEqualTo(100_000_000L);
    assertThat(SimTime.nanosOf(1e-9)).isEqualTo(1);
  }

  @Test
  void instants_compareByTime() {
    assertThat(SimTime.after(Duration.ofSeconds(2))).isGreaterThan(SimTime.ZERO);
    assertThrows(IllegalArgumentException.class, () -> new SimTime(-1));
  }
}
