package io.headroom.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mark below a chart at a round time of the wall clock.
 *
 * @param column where
 * @param label the time: of day, or the date at midnight and on axes of many days
 */
record Tick(int column, String label) {
  private static final DateTimeFormatter MONTH = WallClock.formatter("uuuu-MM");
  private static final DateTimeFormatter DAY = WallClock.formatter("MMM dd");
  private static final DateTimeFormatter MINUTE = WallClock.formatter("HH:mm");
  private static final DateTimeFormatter SECOND = WallClock.formatter("HH:mm:ss");

  private static final List<Duration> STEPS =
      Stream.of(
              "PT1S", "PT5S", "PT10S", "PT15S", "PT30S", "PT1M", "PT2M", "PT5M", "PT10M", "PT15M",
              "PT30M", "PT1H", "PT2H", "PT3H", "PT6H", "PT12H", "P1D", "P2D", "P7D")
          .map(Duration::parse)
          .toList();
  private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 24, 60, 120, 600);
  private static final Duration MEAN_MONTH = Duration.ofSeconds(31_556_952 / 12);
  private static final int ROOM = 10;

  /** Returns as many ticks as fit, in order of time. */
  static List<Tick> of(TimeAxis axis) {
    return STEPS.stream()
        .filter(step -> fits(axis, step))
        .findFirst()
        .map(step -> every(axis, step))
        .orElseGet(() -> months(axis));
  }

  private static boolean fits(TimeAxis axis, Duration step) {
    return (double) step.toNanos() / axis.span().toNanos() * axis.columns() >= ROOM;
  }

  private static List<Tick> every(TimeAxis axis, Duration step) {
    List<Tick> ticks = new ArrayList<>();
    long seconds = step.toSeconds();
    long before = Math.floorDiv(axis.start().getEpochSecond(), seconds) * seconds;
    Instant time = Instant.ofEpochSecond(before);
    if (time.isBefore(axis.start())) {
      time = time.plus(step);
    }
    while (axis.column(time) < axis.columns()) {
      ticks.add(new Tick(axis.column(time), label(time, step)));
      time = time.plus(step);
    }
    return ticks;
  }

  private static String label(Instant time, Duration step) {
    if (time.equals(time.truncatedTo(ChronoUnit.DAYS))) {
      return DAY.format(time);
    }
    return (step.toMinutes() == 0 ? SECOND : MINUTE).format(time);
  }

  private static List<Tick> months(TimeAxis axis) {
    int step =
        MONTHS.stream()
            .filter(months -> fits(axis, MEAN_MONTH.multipliedBy(months)))
            .findFirst()
            .orElse(MONTHS.get(MONTHS.size() - 1));
    List<Tick> ticks = new ArrayList<>();
    OffsetDateTime time = firstMonth(axis.start(), step);
    while (axis.column(time.toInstant()) < axis.columns()) {
      if (!time.toInstant().isBefore(axis.start())) {
        ticks.add(new Tick(axis.column(time.toInstant()), MONTH.format(time)));
      }
      time = time.plusMonths(step);
    }
    return ticks;
  }

  private static OffsetDateTime firstMonth(Instant start, int step) {
    OffsetDateTime january =
        start.atOffset(ZoneOffset.UTC).withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
    return january.minusYears(Math.floorMod(january.getYear(), Math.max(1, step / 12)));
  }
}
