package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.sim.SimTime.DAY;
import static io.headroom.sim.SimTime.HOUR;
import static io.headroom.sim.SimTime.MINUTE;
import static io.headroom.sim.SimTime.SECOND;

import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTimingTest {
  @ParameterizedTest
  @Rule("cloudwatch 7.3.1")
  @CsvSource({"10, 3, 10", "30, 1, 10", "60, 5, 60", "3600, 24, 60", "3600, 25, 3600"})
  void interval_followsThePeriodAndTheLength(long period, int periods, long interval) {
    AlarmTiming timing = timing(spec(period, periods));
    assertThat(timing.intervalNanos()).isEqualTo(interval * SECOND);
  }

  @ParameterizedTest
  @Rule("cloudwatch 7.4")
  @Rule("cloudwatch 16.1")
  @CsvSource({
    "300, 3, 5",
    "1800, 3, 5",
    "86400, 1, 3",
    "60, 3, 8",
    "300, 1, 3",
    "120, 1, 4",
    "10, 3, 5",
    "30, 2, 4"
  })
  void range_isLongerByTwoBucketsOrFiveMinutes(long period, int periods, int buckets) {
    assertThat(timing(spec(period, periods)).buckets()).isEqualTo(buckets);
  }

  @Test
  @Rule("cloudwatch 16.1")
  void range_canBeSetForOneAlarmAndForAll() {
    assertThat(timing(spec(60, 3).evaluationRange(4)).buckets()).isEqualTo(4);
    AlarmSettings settings =
        AlarmSettings.DEFAULT.withEvaluationRange(new EvaluationRange(1, Duration.ZERO));
    assertThat(new AlarmTiming(spec(60, 3).build(), settings).buckets()).isEqualTo(4);
  }

  @Test
  @Rule("cloudwatch 7.3.3")
  @Rule("cloudwatch 7.3.7")
  void end_isFlooredToTheUnitOfTheInterval() {
    long nowNanos = 10 * HOUR + 3 * MINUTE + 17 * SECOND + 5;
    assertThat(timing(spec(10, 1)).endNanos(nowNanos))
        .isEqualTo(10 * HOUR + 3 * MINUTE + 10 * SECOND);
    assertThat(timing(spec(300, 1)).endNanos(nowNanos)).isEqualTo(10 * HOUR + 3 * MINUTE);
    assertThat(timing(spec(86400, 2)).endNanos(nowNanos)).isEqualTo(10 * HOUR);
  }

  @Test
  @Rule("cloudwatch 7.3.7")
  void fullHour_isThatOfTheWallClock() {
    AlarmSettings settings = AlarmSettings.DEFAULT.withStart(Instant.parse("2026-03-01T00:20:00Z"));
    var timing = new AlarmTiming(spec(86400, 2).build(), settings);
    assertThat(timing.endNanos(2 * HOUR)).isEqualTo(100 * MINUTE);
  }

  @Test
  @Rule("cloudwatch 7.3.5")
  void wallClock_endsAtMarksOfTheZone() {
    // 2026-03-04 was a Wednesday; Kolkata is five and a half hours ahead.
    AlarmSettings settings = AlarmSettings.DEFAULT.withStart(Instant.parse("2026-03-04T00:00:00Z"));
    ZoneId kolkata = ZoneId.of("Asia/Kolkata");
    long nowNanos = 10 * HOUR + 7 * MINUTE;
    var hour = new AlarmTiming(spec(3600, 1).wallClock(kolkata).build(), settings);
    var day = new AlarmTiming(spec(86400, 1).wallClock(kolkata).build(), settings);
    var week = new AlarmTiming(spec(604800, 1).wallClock(kolkata).build(), settings);
    assertThat(hour.endNanos(nowNanos)).isEqualTo(9 * HOUR + 30 * MINUTE);
    assertThat(day.endNanos(nowNanos)).isEqualTo(-5 * HOUR - 30 * MINUTE);
    assertThat(week.endNanos(nowNanos)).isEqualTo(-2 * DAY - 5 * HOUR - 30 * MINUTE);
    assertThat(hour.buckets()).isEqualTo(1);
  }

  private static AlarmTiming timing(AlarmSpec.Builder spec) {
    return new AlarmTiming(spec.build(), AlarmSettings.DEFAULT);
  }

  private static AlarmSpec.Builder spec(long periodSeconds, int periods) {
    return AlarmSpec.when(Metric.of("Test", "m"), Statistic.SUM)
        .isAbove(1)
        .datapoints(periods)
        .period(Duration.ofSeconds(periodSeconds));
  }
}
