package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TickTest {

  private static List<Tick> ticks(String start, Duration span) {
    return Tick.of(new TimeAxis(Instant.parse(start), span, 80));
  }

  private static List<String> labels(String start, Duration span) {
    return ticks(start, span).stream().map(Tick::label).toList();
  }

  @Test
  void day_hasHoursAndTheDateAtMidnight() {
    assertThat(labels("2026-11-26T14:20:00Z", Duration.ofHours(24)))
        .containsExactly("15:00", "18:00", "21:00", "Nov 27", "03:00", "06:00", "09:00", "12:00")
        .inOrder();
  }

  @Test
  void minuteAndAHalf_hasSeconds() {
    assertThat(labels("2026-11-27T12:00:10.5Z", Duration.ofSeconds(90)))
        .containsExactly("12:00:15", "12:00:30", "12:00:45", "12:01:00", "12:01:15", "12:01:30")
        .inOrder();
  }

  @Test
  void week_hasDays() {
    assertThat(labels("2026-11-27T00:00:00Z", Duration.ofDays(7)))
        .containsExactly("Nov 27", "Nov 28", "Nov 29", "Nov 30", "Dec 01", "Dec 02", "Dec 03")
        .inOrder();
  }

  @Test
  void year_hasMonths() {
    assertThat(labels("2026-02-03T00:00:00Z", Duration.ofDays(365)))
        .containsExactly("2026-03", "2026-05", "2026-07", "2026-09", "2026-11", "2027-01")
        .inOrder();
  }

  @Test
  void century_hasYears() {
    assertThat(labels("2026-02-03T00:00:00Z", Duration.ofDays(36_500)))
        .containsExactly("2050-01", "2100-01")
        .inOrder();
  }

  @Test
  void tick_isAtItsTime() {
    assertThat(ticks("2026-11-27T00:00:00Z", Duration.ofHours(8)))
        .containsExactly(
            new Tick(0, "Nov 27"),
            new Tick(10, "01:00"),
            new Tick(20, "02:00"),
            new Tick(30, "03:00"),
            new Tick(40, "04:00"),
            new Tick(50, "05:00"),
            new Tick(60, "06:00"),
            new Tick(70, "07:00"))
        .inOrder();
  }

  @Property(tries = 500, seed = "5")
  void ticks_leaveRoomForTheirLabels(
      @ForAll @LongRange(min = 10, max = 3_000_000_000L) long seconds) {
    List<Tick> ticks = ticks("2026-11-26T14:20:31Z", Duration.ofSeconds(seconds));

    for (int i = 1; i < ticks.size(); i++) {
      Tick before = ticks.get(i - 1);
      assertThat(ticks.get(i).column()).isGreaterThan(before.column() + before.label().length());
    }
  }
}
