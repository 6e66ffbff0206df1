package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.reports.SampleEvents.entry;
import static io.headroom.reports.SampleEvents.reaction;

import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExplainReportTest {
  private static final ExplainReport REPORT = new ExplainReport(TextStyle.PLAIN.fitting(80));

  @Test
  void run_isExplainedWhole() {
    assertThat(REPORT.text(SampleRuns.crowd().build()))
        .isEqualTo(
            """
            crowd · the whole run · times are UTC

            Decision ledger, 2 entries

            00:21:00  WebGroup  SurgeStep
              saw         CPUUtilization 92.1 at 20:02, SurgeAlarm in ALARM
              wanted      6 instead of 2: 60 % of 6 is 3.6, at least 2
              done        desired capacity 2 → 6

            00:22:00 to 00:28:00, 7 times  WebGroup  SurgeStep
              saw         CPUUtilization 92.1 at 20:02, SurgeAlarm in ALARM
              wanted      25 instead of 6: 60 % of 6 is 3.6, at least 2
              done        nothing, desired capacity stays 6
              in the way  MaxSize, then already desired

            Reaction budget, from rise to relief of the load

            00:20:00  WebGroup, +4 by SurgeStep
              metric period             60.0 s   35 %  █████████████
              visibility delay           2.0 s    1 %               █
              launch                    19.3 s   11 %                ████
              boot                      70.1 s   41 %                    ███████████████
              health checks             20.0 s   12 %                                   ████
              from rise to relief      171.4 s  100 %
            """);
  }

  private static String around(String time) {
    SampleResults result =
        SampleResults.named("web")
            .ledger(
                entry(3_600, 1, OptionalInt.of(2)),
                entry(7_200, 2, OptionalInt.of(3)),
                entry(10_800, 3, OptionalInt.of(4)))
            .reaction(reaction(3_600, 60_000), reaction(7_200, 120_000));
    return REPORT.text(result.build(), Instant.parse(time));
  }

  @Test
  void entries_withinAQuarterOfAnHourAreShown() {
    String text = around("2026-11-27T02:15:00Z");

    assertThat(text).startsWith("web · around 2026-11-27T02:15:00Z · times are UTC\n");
    assertThat(text).contains("Decision ledger, 1 of 3 entries\n\n02:00:00  WebGroup  SurgeStep\n");
    assertThat(text).contains("\n02:00:00  WebGroup, +4 by SurgeStep\n");
    assertThat(text).doesNotContain("01:00:00");
  }

  @Test
  void entries_outsideOfIt_areTheNearest() {
    String text = around("2026-11-27T01:30:00Z");

    assertThat(text)
        .contains("No policy was evaluated within 15 minutes; these are the nearest:\n");
    assertThat(text).contains("\n01:00:00  WebGroup  SurgeStep\n");
    assertThat(text).contains("\n02:00:00  WebGroup  SurgeStep\n");
    assertThat(text).doesNotContain("03:00:00");
    assertThat(text).endsWith("\nReaction budget, no scale-out\n");
  }

  @Test
  void timeAfterTheRun_hasOneNeighbour() {
    assertThat(around("2027-01-01T00:00:00Z"))
        .contains("Decision ledger, 1 of 3 entries\n\n03:00:00  WebGroup  SurgeStep\n");
  }

  @Test
  void emptyLedger_isPlainlyEmpty() {
    assertThat(REPORT.text(SampleResults.named("web").build(), SampleResults.START))
        .isEqualTo(
            """
            web · around 2026-11-27T00:00:00Z · times are UTC

            Decision ledger, 0 entries

            Reaction budget, no scale-out
            """);
  }

  @Test
  void longWords_areWrapped() {
    SampleResults result = SampleResults.named("web").ledger(entry(60, 6, OptionalInt.of(9)));

    assertThat(new ExplainReport(TextStyle.PLAIN.fitting(60)).text(result.build()))
        .contains(
            """
              saw         CPUUtilization 92.1 at 20:02, SurgeAlarm in
                          ALARM
              wanted      9 instead of 6: 60 % of 6 is 3.6, at least 2
              done        desired capacity 6 → 9
            """);
  }

  @Test
  void alarm_isNamedOnce() {
    LedgerEntry unnamed =
        new LedgerEntry(
            0,
            0,
            1,
            "WebGroup",
            "SurgeStep",
            "92.1 was above 75",
            "",
            6,
            OptionalInt.empty(),
            6,
            List.of(),
            Optional.of("SurgeAlarm"));

    assertThat(REPORT.text(SampleResults.named("web").ledger(unnamed).build()))
        .contains(
            """
              saw         SurgeAlarm: 92.1 was above 75
              wanted      no change
              done        nothing, desired capacity stays 6
            """);
  }

  @Test
  void parts_addUpAfterRounding() {
    SampleResults result =
        SampleResults.named("web").reaction(reaction(0, 1_050, 1_050, 1_050, 1_050));

    assertThat(REPORT.text(result.build()))
        .contains(
            """
              metric period              1.1 s   25 %  ██████████
              visibility delay           1.1 s   25 %            █████████
              alarm datapoints           1.0 s   25 %                     █████████
              cooldown or warm-up        1.0 s   25 %                              █████████
              from rise to relief        4.2 s  100 %
            """);
  }

  @Test
  void reactionWithoutTime_hasNoParts() {
    assertThat(REPORT.text(SampleResults.named("web").reaction(reaction(0, 0, 0)).build()))
        .endsWith(
            """
            00:00:00  WebGroup, +4 by SurgeStep
              from rise to relief        0.0 s    0 %
            """);
  }

  @Test
  void reasonOfAnAlarm_isShortened() {
    String saw =
        "ALARM: Threshold Crossed: 2 out of the last 3 datapoints [69.71581195201388 (27/11/26"
            + " 00:01:00), 70.30031684020832 (26/11/26 23:59:00)] were greater than the threshold"
            + " (55.0) (minimum 2 datapoints for OK -> ALARM transition).";

    assertThat(seen(saw, "TargetTracking-web-AlarmHigh-1"))
        .contains(
            """
              saw         AlarmHigh in ALARM: 2 of 3 datapoints greater than 55: 70.3, 69.72
                          (23:59:00 to 00:01:00)
            """);
  }

  @Test
  void longListOfDatapoints_isCutInTheMiddle() {
    String points =
        IntStream.rangeClosed(0, 6)
            .mapToObj(i -> "%s.5 (27/11/26 00:0%s:00)".formatted(16 - i, 6 - i))
            .collect(Collectors.joining(", "));

    assertThat(
            seen(
                "OK: Threshold Crossed: 7 out of the last 7 datapoints ["
                    + points
                    + "] were not less than or equal to the threshold (0.00012345) (minimum 1"
                    + " datapoint for ALARM -> OK transition).",
                "low"))
        .contains(
            """
              saw         low in OK: 7 of 7 datapoints not less than or equal to 0.0001235:
                          10.5, …, 13.5, 14.5, 15.5, 16.5 (00:00:00 to 00:06:00)
            """);
  }

  @Test
  void wishAgainstTheSenseOfTheAlarm_isSaid() {
    assertThat(obstacle(4, 6))
        .contains("  in the way  less is desired already, and it may only scale in\n");
    assertThat(obstacle(4, 3))
        .contains("  in the way  more is desired already, and it may only scale out\n");
    assertThat(obstacle(4, 4)).contains("  in the way  already desired\n");
  }

  private static String seen(String saw, String alarm) {
    return REPORT.text(
        SampleResults.named("web").ledger(ledger(saw, Optional.of(alarm), 6, 6)).build());
  }

  private static String obstacle(int desired, int wanted) {
    return REPORT.text(
        SampleResults.named("web").ledger(ledger("it", Optional.empty(), desired, wanted)).build());
  }

  private static LedgerEntry ledger(String saw, Optional<String> alarm, int desired, int wanted) {
    return new LedgerEntry(
        0,
        0,
        1,
        "WebGroup",
        "Policy",
        saw,
        "",
        desired,
        OptionalInt.of(wanted),
        desired,
        List.of(Obstacle.ALREADY_DESIRED),
        alarm);
  }
}
