package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RunTimeTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void duration_isSinceTheStart() {
    assertThat(RunTime.parse("90m", NOON)).hasValue(Duration.ofMinutes(90));
  }

  @Test
  void timeOfDay_isTheFirstOfTheRun() {
    assertThat(RunTime.parse("14:05", NOON)).hasValue(Duration.ofMinutes(125));
    assertThat(RunTime.parse("12:00", NOON)).hasValue(Duration.ZERO);
    assertThat(RunTime.parse("11:59", NOON)).hasValue(Duration.ofMinutes(24 * 60 - 1));
    assertThat(RunTime.parse("9:30:30", NOON)).hasValue(Duration.ofSeconds(21 * 3600 + 1830));
  }

  @Test
  void instant_isMeasuredFromTheStart() {
    assertThat(RunTime.parse("2026-03-01T13:00:00Z", NOON)).hasValue(Duration.ofHours(1));
    assertThat(RunTime.parse("2026-03-01T11:00:00Z", NOON)).hasValue(Duration.ofHours(-1));
  }

  @Test
  void anythingElse_isNoTime() {
    assertThat(RunTime.parse("25:00", NOON)).isEmpty();
    assertThat(RunTime.parse("noon", NOON)).isEmpty();
    assertThat(RunTime.parse("90", NOON)).isEmpty();
  }
}
