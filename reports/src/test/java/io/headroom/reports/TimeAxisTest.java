package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TimeAxisTest {
  private static final Instant START = Instant.parse("2026-11-27T00:00:00Z");

  private static TimeSeries minutes(double... values) {
    return new TimeSeries("a", "1", START, Duration.ofMinutes(1), values);
  }

  @Test
  void column_holdsTheLargestOfItsValues() {
    TimeAxis axis = new TimeAxis(START, Duration.ofMinutes(6), 3);

    assertThat(axis.peaks(minutes(1, 5, 2, 2, 9, 3)))
        .usingExactEquality()
        .containsExactly(5, 2, 9)
        .inOrder();
  }

  @Test
  void value_fillsTheColumnsOfItsPeriod() {
    TimeAxis axis = new TimeAxis(START, Duration.ofMinutes(2), 6);

    assertThat(axis.peaks(minutes(1, 5)))
        .usingExactEquality()
        .containsExactly(1, 1, 1, 5, 5, 5)
        .inOrder();
  }

  @Test
  void columnWithoutValue_isNotANumber() {
    TimeAxis axis = new TimeAxis(START, Duration.ofMinutes(4), 4);

    assertThat(axis.peaks(minutes(Double.NaN, 2)))
        .usingExactEquality()
        .containsExactly(Double.NaN, 2, Double.NaN, Double.NaN)
        .inOrder();
  }

  @Test
  void seriesThatBeginsLate_isInItsPlace() {
    TimeAxis axis = new TimeAxis(START.minusSeconds(120), Duration.ofMinutes(4), 4);

    assertThat(axis.peaks(minutes(7, 8)))
        .usingExactEquality()
        .containsExactly(Double.NaN, Double.NaN, 7, 8)
        .inOrder();
  }

  @Property(tries = 500, seed = "11")
  void startOfAColumn_fallsIntoIt(
      @ForAll @LongRange(min = 200, max = 100_000_000_000_000_000L) long nanos,
      @ForAll @IntRange(min = 1, max = 200) int columns,
      @ForAll @IntRange(max = 199) int column) {
    TimeAxis axis = new TimeAxis(START, Duration.ofNanos(nanos), columns);
    int own = column % columns;

    assertThat(axis.column(axis.start(own))).isEqualTo(own);
    assertThat(axis.start(columns)).isEqualTo(START.plusNanos(nanos));
  }
}
