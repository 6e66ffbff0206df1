package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CronScheduleTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static List<String> first(int count, CronSchedule schedule, String from) {
    List<String> found = new ArrayList<>();
    Optional<Instant> next = schedule.next(Instant.parse(from));
    while (next.isPresent() && found.size() < count) {
      found.add(next.get().toString());
      next = schedule.next(next.get().plusNanos(1));
    }
    return found;
  }

  @Test
  @Rule("autoscaling SC6")
  void operators_areThoseOfCrontab() {
    assertThat(first(3, CronSchedule.of("*/20 8-9 * * *"), "2026-01-01T08:30:00Z"))
        .containsExactly("2026-01-01T08:40:00Z", "2026-01-01T09:00:00Z", "2026-01-01T09:20:00Z")
        .inOrder();
    assertThat(first(1, CronSchedule.of("0 0 * * 7"), "2026-01-01T00:00:00Z"))
        .isEqualTo(first(1, CronSchedule.of("0 0 * * 0"), "2026-01-01T00:00:00Z"));
  }

  @Test
  void dueInstant_isItselfNotBefore() {
    assertThat(CronSchedule.of("0 9 * * *").next(Instant.parse("2026-01-01T09:00:00Z")))
        .hasValue(Instant.parse("2026-01-01T09:00:00Z"));
  }

  @Test
  @Rule("autoscaling SC9")
  void skippedHour_isDueOnceAtItsEnd() {
    CronSchedule schedule = CronSchedule.of("0,15,30 2 * * *").in(NEW_YORK);

    assertThat(first(4, schedule, "2026-03-07T07:16:00Z"))
        .containsExactly(
            "2026-03-07T07:30:00Z",
            "2026-03-08T07:00:00Z",
            "2026-03-09T06:00:00Z",
            "2026-03-09T06:15:00Z")
        .inOrder();
  }

  @Test
  @Rule("autoscaling SC9")
  void repeatedHour_isDueAtItsFirstOccurrence() {
    CronSchedule schedule = CronSchedule.of("30 1 * * *").in(NEW_YORK);

    assertThat(first(2, schedule, "2026-11-01T00:00:00Z"))
        .containsExactly("2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z")
        .inOrder();
  }

  @Test
  @Rule("autoscaling SC10")
  void start_isDueItselfAndEndIsTheLast() {
    CronSchedule schedule =
        CronSchedule.of("0 9 * * *")
            .startingAt(Instant.parse("2026-01-02T12:00:00Z"))
            .endingAt(Instant.parse("2026-01-04T09:00:00Z"));

    assertThat(first(9, schedule, "2026-01-01T00:00:00Z"))
        .containsExactly("2026-01-02T12:00:00Z", "2026-01-03T09:00:00Z", "2026-01-04T09:00:00Z")
        .inOrder();
  }

  @Test
  @Rule("autoscaling SC10")
  void oneTime_isDueOnce() {
    Instant due = Instant.parse("2026-01-02T12:00:00Z");

    assertThat(new OneTimeSchedule(due).next(due)).hasValue(due);
    assertThat(new OneTimeSchedule(due).next(due.plusNanos(1))).isEmpty();
  }

  @Test
  void wrongExpression_isRefusedByName() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> CronSchedule.of("61 * * * *"));
    assertThat(refusal).hasMessageThat().startsWith("recurrence '61 * * * *' is no crontab");
    assertThrows(IllegalArgumentException.class, () -> CronSchedule.of("0 9 * *"));
  }
}
