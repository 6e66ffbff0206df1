package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.reports.SampleEvents.byAlarm;
import static io.headroom.reports.SampleEvents.inGroup;
import static io.headroom.reports.SampleEvents.launch;
import static io.headroom.reports.SampleEvents.reaction;

import io.headroom.CapacitySummary;
import io.headroom.Cost;
import io.headroom.Slo;
import io.headroom.SloOutcome;
import io.headroom.ec2.Money;
import io.headroom.reports.TextStyle.Colour;
import io.headroom.reports.TextStyle.Glyphs;
import io.headroom.sqs.QueueStatus;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TerminalSummaryTest {
  private static final TextStyle NARROW = TextStyle.PLAIN.fitting(80);

  private static String text(SampleResults result) {
    return new TerminalSummary(NARROW).text(result.build());
  }

  @Test
  void crowd_isOnOneScreen() {
    assertThat(text(SampleRuns.crowd()))
        .isEqualTo(
            """
            crowd · 1 h from 2026-11-27 00:00 UTC · seed 42
            12,000,000 events in 750 ms · 16 M events per second

            Requests         5,415,025 arrived, 1,504 a second
                             5,400,000 completed   99.72 %
                                12,000 rejected     0.22 %
                                 3,000 failed       0.06 %
                                    25 in flight   <0.01 %
            Latency    mean 48.2 ms   p50 40.1 ms   p90 88.7 ms   p95 121 ms   p99 347 ms
                       p99.9 912 ms   max 4.53 s
            SLO        NOT HELD · 11 minutes and 93,000 requests in violation
                       ✗ p99 at most 300 ms       347 ms
                       ✓ errors at most 1 %       0.277 %

            Load       requests per second
                2,400 ┤                       ███████████████████████
                      │                       ███████████████████████
                      │                       ███████████████████████
                1,200 ┤▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂██████████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                    0 └┴──────────┴───────────┴──────────┴───────────┴──────────┴───────────
                       Nov 27     00:10       00:20      00:30       00:40      00:50

            Instances  WebGroup: 2 to 8 in service, mean 5.5   6 launched   2 terminated
                       5.5 instance-hours
                    8 ┤                           █████████████████████████
                      │                           █████████████████████████▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
                      │                           ██████████████████████████████████████████
                    4 ┤                           ██████████████████████████████████████████
                      │▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄██████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                    0 └┴──────────┴───────────┴──────────┴───────────┴──────────┴───────────
                       Nov 27     00:10       00:20      00:30       00:40      00:50

            Scaling    2 scale-outs, 1 scale-in · newest first
              00:45:00  −1         ELB system health check failure
              00:21:30  +2  2 → 6  SurgeStep (SurgeAlarm in ALARM)
                                   1 failed: We currently do not have capacity.

            Reaction   2 min 51 s from rise to relief   metric period 60 s
                       visibility delay 2 s   launch 19.3 s   boot 70.1 s
                       health checks 20 s

            Cost       $36.87   compute $33.75   storage $0.22   load balancer $2.91
                       monitoring $0.000000001   $6.83 per million requests

            Warning    the accept queues of WebGroup were full for 12 minutes
            """);
  }

  @Test
  void crowd_degradesToAscii() {
    String ascii =
        new TerminalSummary(NARROW.glyphs(Glyphs.ASCII)).text(SampleRuns.crowd().build());

    assertThat(ascii).matches("(?s)[ -~\\n]*");
    assertThat(ascii)
        .contains(
            """
            SLO        NOT HELD | 11 minutes and 93,000 requests in violation
                       x p99 at most 300 ms       347 ms
                       + errors at most 1 %       0.277 %

            Load       requests per second
                2,400 +                       #######################
                      |                       #######################
                      |                       #######################
                1,200 +.......................##############################################
                      |#####################################################################
                      |#####################################################################
                    0 ++----------+-----------+----------+-----------+----------+-----------
                       Nov 27     00:10       00:20      00:30       00:40      00:50

            Instances  WebGroup: 2 to 8 in service, mean 5.5   6 launched   2 terminated
                       5.5 instance-hours
                    8 +                           #########################
                      |                           #########################:::::::::::::::::
                      |                           ##########################################
                    4 +                           ##########################################
                      |:::::::::::::::::::::::::::##########################################
                      |#####################################################################
                    0 ++----------+-----------+----------+-----------+----------+-----------
                       Nov 27     00:10       00:20      00:30       00:40      00:50
            """);
  }

  @Test
  void glyphs_doNotMoveColumns() {
    String ascii =
        new TerminalSummary(NARROW.glyphs(Glyphs.ASCII)).text(SampleRuns.crowd().build());

    assertThat(ascii.lines().map(String::length).toList())
        .isEqualTo(text(SampleRuns.crowd()).lines().map(String::length).toList());
  }

  @Test
  void colour_addsSequencesOnly() {
    String coloured =
        new TerminalSummary(NARROW.colour(Colour.ON)).text(SampleRuns.crowd().build());

    assertThat(coloured).contains("\u001b[1;31mNOT HELD\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
        .isEqualTo(text(SampleRuns.crowd()));
  }

  @Property(tries = 100, seed = "7")
  void lines_areNeverWiderThanAsked(@ForAll @IntRange(min = 60, max = 200) int width) {
    String text =
        new TerminalSummary(TextStyle.PLAIN.fitting(width)).text(SampleRuns.crowd().build());

    assertThat(text.lines().mapToInt(String::length).max().orElse(0)).isAtMost(width);
  }

  @Test
  void emptyResult_isPlainlyEmpty() {
    SampleResults nothing =
        SampleResults.named("nothing").duration(Duration.ofDays(10)).simulated(Duration.ZERO);

    assertThat(text(nothing.speed(0, 0)))
        .isEqualTo(
            """
            nothing · 0 s of 10 d from 2026-11-27 00:00 UTC · seed 42
            0 events in 0 ms

            Requests                 0 arrived
                                     0 completed
                                     0 rejected
                                     0 failed
            Latency    no completed requests
            SLO        none

            Scaling    no activities

            Cost       $0.00   compute $0.00   storage $0.00   load balancer $0.00
                       monitoring $0.00
            """);
  }

  @Test
  void ninetySeconds_haveSecondsOnTheAxis() {
    SampleResults result =
        SampleResults.named("short")
            .duration(Duration.ofSeconds(90))
            .minutes("requestsPerSecond", "1/s", minute -> 1 + minute);

    assertThat(text(result)).startsWith("short · 90 s from 2026-11-27 00:00 UTC · seed 42\n");
    assertThat(text(result))
        .contains(
            """
            Load       requests per second
                    2 ┤                                              ███████████████████████
                      │                                              ███████████████████████
                      │                                              ███████████████████████
                    1 ┤█████████████████████████████████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                    0 └┴──────────┴───────────┴──────────┴───────────┴──────────┴───────────
                       Nov 27     00:00:15    00:00:30   00:00:45    00:01:00   00:01:15
            """);
  }

  @Test
  void year_hasDatesOnTheAxis() {
    SampleResults result =
        SampleResults.named("year")
            .start("2026-03-10T07:30:00Z")
            .duration(Duration.ofDays(365))
            .requests(123_456_789_012_345L, 1, 0, 0)
            .minutes("requestsPerSecond", "1/s", minute -> 1_000_000 + 2_000 * minute)
            .activity(launch(1, 8_640_000, byAlarm("07:30:00", 1, 2)));

    assertThat(text(result))
        .contains(
            """
            Load       requests per second, the most in each column
                1.2 G ┤                                                                  ▁▁▂
                      │                                                     ▁▂▂▃▃▄▅▅▆▆▇█████
                      │                                        ▁▂▂▃▃▄▅▅▆▇▇██████████████████
                600 M ┤                           ▁▂▂▃▄▄▅▅▆▇▇███████████████████████████████
                      │             ▁▁▂▂▃▄▄▅▅▆▇▇████████████████████████████████████████████
                      │▁▁▂▂▃▄▄▅▆▆▇▇█████████████████████████████████████████████████████████
                    0 └─────────┴───────────┴───────────┴──────────┴───────────┴──────────┴─
                                2026-05     2026-07     2026-09    2026-11     2027-01
            """);
    assertThat(text(result))
        .contains("\n  06-18 07:30:00  +1  1 → 2  SurgeStep (SurgeAlarm in ALARM)\n");
    assertThat(text(result))
        .contains(
            "123,456,789,012,345 completed  >99.99 %\n"
                + "                         1 rejected    <0.01 %");
  }

  @Test
  void groups_haveAChartEach() {
    SampleResults result =
        SampleResults.named("two")
            .duration(Duration.ofHours(2))
            .capacity(new CapacitySummary(1, 1.5, 2, 3, 1, 0, 1, 0))
            .group("front")
            .group("back")
            .minutes("front.inService", "instances", minute -> 1)
            .minutes("back.inService", "instances", minute -> 2)
            .activity(inGroup("front", launch(1, 60, byAlarm("00:01:00", 1, 2))))
            .activity(inGroup("back", launch(2, 60, byAlarm("00:01:00", 1, 2))));

    assertThat(text(result))
        .contains(
            """
            Instances  front: 1 to 2 in service, mean 1.5   1 launched   0 terminated
                       3 instance-hours
                    2 ┤
                      │
                      │
                    1 ┤█████████████████████████████████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                    0 └┴────────────────┴────────────────┴────────────────┴─────────────────
                       Nov 27           00:30            01:00            01:30

            Instances  back: 1 to 2 in service, mean 1.5   1 launched   0 terminated
                       3 instance-hours
                    2 ┤█████████████████████████████████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                    1 ┤█████████████████████████████████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                      │█████████████████████████████████████████████████████████████████████
                    0 └┴────────────────┴────────────────┴────────────────┴─────────────────
                       Nov 27           00:30            01:00            01:30
            """);
    assertThat(text(result))
        .contains(
            """
              00:01:00  front  +1  1 → 2  SurgeStep (SurgeAlarm in ALARM)
              00:01:00  back   +1  1 → 2  SurgeStep (SurgeAlarm in ALARM)
            """);
  }

  @Test
  void activities_beyondTen_areCounted() {
    SampleResults result = SampleResults.named("busy").group("WebGroup");
    for (int id = 1; id <= 23; id++) {
      result.activity(launch(id, 60L * id, byAlarm("00:%02d:00".formatted(id), id, id + 1)));
    }

    assertThat(text(result))
        .contains("\n  00:23:00  +1  23 → 24  SurgeStep (SurgeAlarm in ALARM)\n");
    assertThat(text(result))
        .contains(
            """
              00:14:00  +1  14 → 15  SurgeStep (SurgeAlarm in ALARM)
              ... and 13 more, see headroom explain
            """);
  }

  @Test
  void percentileBetweenTwo_isBracketed() {
    SampleResults result =
        SampleResults.named("web")
            .requests(1_000, 0, 0, 0)
            .latency(SampleResults.LATENCY)
            .slo(Slo.latency(99.5, Duration.ofMillis(500)), new SloOutcome(0, 0, 0, true));

    assertThat(text(result))
        .contains(
            """
            SLO        held
                       ? p99.5 at most 500 ms     between 347 ms and 912 ms
            """);
  }

  @Test
  void percentileBetweenTwo_isJudgedByThem() {
    SampleResults result =
        SampleResults.named("web")
            .requests(1_000, 0, 0, 0)
            .latency(SampleResults.LATENCY)
            .slo(Slo.latency(99.5, Duration.ofSeconds(1)), new SloOutcome(0, 0, 0, true));

    assertThat(text(result)).contains("✓ p99.5 at most 1 s ");
  }

  @Test
  void reaction_isTheLowerMedianOfAll() {
    SampleResults result =
        SampleResults.named("web")
            .reaction(
                reaction(0, 60_000, 9_000),
                reaction(60, 60_000, 3_000),
                reaction(90, 60_000, 0),
                reaction(120, 120_000, 5_000));

    assertThat(text(result))
        .contains(
            """
            Reaction   63 s from rise to relief   metric period 60 s   visibility delay 3 s
                       (median of 4, slowest 2 min 5 s)
            """);
  }

  @Test
  void cost_isGivenPerMillionRequests() {
    Cost cost = new Cost(Money.usd("1234567.891"), Money.ZERO, Money.ZERO, Money.usd("0.0042"));

    assertThat(text(SampleResults.named("web").requests(2_000_000, 0, 0, 0).cost(cost)))
        .contains(
            """
            Cost       $1,234,567.90   compute $1,234,567.89   storage $0.00
                       load balancer $0.00   monitoring $0.0042
                       $617,283.95 per million requests
            """);
  }

  @Test
  void queues_haveALineEach() {
    QueueStatus jobs = new QueueStatus("Jobs", 40, 3, 0, 190_000_000_000L, 1_000, 900, 0, 57, 0);
    QueueStatus dead = new QueueStatus("Dead", 57, 0, 0, 0, 0, 0, 57, 0, 0);

    assertThat(text(SampleResults.named("web").queue(jobs).queue(dead)))
        .contains(
            """
            Queues     Jobs   1,000 arrived   900 processed   57 to the dead letters
                       40 visible   3 in flight   oldest 3 min 10 s
                       Dead   0 arrived   57 from another queue   0 processed   57 visible
            """);
  }

  @Test
  void name_cannotMoveTheCursor() {
    assertThat(text(SampleResults.named("a\u001b[2Jb\nc"))).startsWith("a [2Jb c · 24 h from");
  }

  @Test
  void notANumber_isADash() {
    SampleResults result = SampleResults.named("web").speed(10, Double.NaN);

    assertThat(text(result)).contains("\n10 events in –\n");
  }
}
