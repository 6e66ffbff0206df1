package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.reports.SampleEvents.entry;
import static io.headroom.reports.SampleEvents.failedLaunch;
import static io.headroom.reports.SampleEvents.launch;
import static io.headroom.reports.SampleEvents.reaction;
import static io.headroom.reports.SampleEvents.repeated;

import io.headroom.AlarmTransition;
import io.headroom.SimulationResult;
import io.headroom.TimeSeries;
import io.headroom.autoscaling.Obstacle;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.ec2.Bill;
import io.headroom.ec2.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ResultTableTest {

  private static String csv(ResultTable table, SampleResults result) throws IOException {
    StringWriter out = new StringWriter();
    table.write(result.build(), out);
    return out.toString();
  }

  private static TimeSeries series(String name, Duration lead, Duration period, double... values) {
    return new TimeSeries(name, "1/s", SampleResults.START.plus(lead), period, values);
  }

  @ParameterizedTest
  @EnumSource(ResultTable.class)
  void table_withoutRowsHasHeadings(ResultTable table) throws IOException {
    assertThat(csv(table, SampleResults.named("web"))).containsMatch("\\A[a-zA-Z,\\[\\] -]+\n\\z");
  }

  @Test
  void series_areColumnsOfOneTable() throws IOException {
    SampleResults result =
        SampleResults.named("web")
            .duration(Duration.ofMinutes(2))
            .minutes("requestsPerSecond", "1/s", minute -> 10.5 + minute)
            .minutes("WebGroup.inService", "instances", minute -> 4);

    assertThat(csv(ResultTable.SERIES, result))
        .isEqualTo(
            """
            timestamp,requestsPerSecond [1/s],WebGroup.inService [instances]
            2026-11-27T00:00:00Z,10.5,4
            2026-11-27T00:01:00Z,11.5,4
            """);
  }

  @Test
  void series_ofOtherPeriodsHaveEmptyCells() throws IOException {
    SampleResults result =
        SampleResults.named("web")
            .series(series("a", Duration.ZERO, Duration.ofMinutes(1), 1, 2, 3))
            .series(series("b", Duration.ofMinutes(1), Duration.ofMinutes(2), 7, 8));

    assertThat(csv(ResultTable.SERIES, result))
        .isEqualTo(
            """
            timestamp,a [1/s],b [1/s]
            2026-11-27T00:00:00Z,1,
            2026-11-27T00:01:00Z,2,7
            2026-11-27T00:02:00Z,3,
            2026-11-27T00:03:00Z,,8
            """);
  }

  @Test
  void series_haveEmptyCellsWithoutValue() throws IOException {
    double[] values = {Double.NaN, Double.POSITIVE_INFINITY, 0.1 + 0.2, 1e15, 1e-7};
    SampleResults result =
        SampleResults.named("web")
            .series(series("a", Duration.ZERO, Duration.ofSeconds(1), values));

    assertThat(csv(ResultTable.SERIES, result))
        .isEqualTo(
            """
            timestamp,a [1/s]
            2026-11-27T00:00:00Z,
            2026-11-27T00:00:01Z,
            2026-11-27T00:00:02Z,0.3
            2026-11-27T00:00:03Z,1000000000000000
            2026-11-27T00:00:04Z,0.0000001
            """);
  }

  @Test
  void series_withinSecondsHaveMilliseconds() throws IOException {
    SampleResults result =
        SampleResults.named("web").series(series("a", Duration.ZERO, Duration.ofMillis(500), 1, 2));

    assertThat(csv(ResultTable.SERIES, result))
        .endsWith("\n2026-11-27T00:00:00.000Z,1\n2026-11-27T00:00:00.500Z,2\n");
  }

  @Test
  void series_ofAYearHaveARowForEachMinute() throws IOException {
    SampleResults result =
        SampleResults.named("web")
            .duration(Duration.ofDays(365))
            .minutes("a", "1/s", minute -> minute);

    String csv = csv(ResultTable.SERIES, result);

    assertThat(csv.lines().count()).isEqualTo(1 + 365 * 1_440);
    assertThat(csv).endsWith("\n2027-11-26T23:59:00Z,525599\n");
  }

  @Test
  void activities_areQuotedWhereNeeded() throws IOException {
    SampleResults result =
        SampleResults.named("web")
            .activity(launch(1, 1, "At noon, \"it\"\nrose."), failedLaunch(2, 3, "At one."));

    assertThat(csv(ResultTable.ACTIVITIES, result))
        .isEqualTo(
            """
            id,group,instance,status,start,end,description,cause,statusMessage
            1,WebGroup,i-00000000000000001,Successful,2026-11-27T00:00:01.000Z,\
            2026-11-27T00:00:33.000Z,Launching a new EC2 instance: i-00000000000000001,\
            "At noon, ""it""
            rose.",
            2,WebGroup,,Failed,2026-11-27T00:00:03.000Z,2026-11-27T00:00:04.000Z,\
            Launching a new EC2 instance.  Status Reason: We currently do not have capacity.,\
            At one.,We currently do not have capacity.
            """);
  }

  @Test
  void ledger_hasAllColumns() throws IOException {
    SampleResults result =
        SampleResults.named("web")
            .ledger(
                entry(60, 6, OptionalInt.empty()),
                repeated(entry(120, 6, OptionalInt.of(9), Obstacle.MAXIMUM, Obstacle.COOLDOWN), 3));

    assertThat(csv(ResultTable.LEDGER, result))
        .isEqualTo(
            """
            time,last,times,group,policy,alarm,saw,reason,desiredBefore,wanted,desiredAfter,\
            obstacles
            2026-11-27T00:01:00.000Z,2026-11-27T00:01:00.000Z,1,WebGroup,SurgeStep,SurgeAlarm,\
            "CPUUtilization 92.1 at 20:02, SurgeAlarm in ALARM",\
            "60 % of 6 is 3.6, at least 2",6,,6,
            2026-11-27T00:02:00.000Z,2026-11-27T00:04:00.000Z,3,WebGroup,SurgeStep,SurgeAlarm,\
            "CPUUtilization 92.1 at 20:02, SurgeAlarm in ALARM",\
            "60 % of 6 is 3.6, at least 2",6,9,6,MaxSize; cooldown
            """);
  }

  @Test
  void reactions_haveAColumnForEachStage() throws IOException {
    SampleResults result =
        SampleResults.named("web").reaction(reaction(60, 60_000, 2_000, 0, 0, 0, 19_333, 70_100));

    assertThat(csv(ResultTable.REACTIONS, result))
        .isEqualTo(
            """
            rise,group,policy,instances,metric period [s],visibility delay [s],\
            alarm datapoints [s],cooldown or warm-up [s],alarm action [s],launch [s],boot [s],\
            health checks [s],slow start [s],total [s]
            2026-11-27T00:01:00.000Z,WebGroup,SurgeStep,4,60,2,0,0,0,19.333,70.1,0,0,151.433
            """);
  }

  @Test
  void alarms_haveARowForEachChange() throws IOException {
    SampleResults result =
        SampleResults.named("web")
            .alarm(
                new AlarmTransition(
                    1_500_000_000, "cpu", AlarmState.OK, AlarmState.ALARM, "Threshold Crossed"));

    assertThat(csv(ResultTable.ALARMS, result))
        .isEqualTo(
            """
            time,alarm,from,to,reason
            2026-11-27T00:00:01.500Z,cpu,OK,ALARM,Threshold Crossed
            """);
  }

  @Test
  void bill_hasExactAmounts() throws IOException {
    SampleResults result =
        SampleResults.named("web")
            .bill(
                new Bill.Line(
                    Bill.Kind.LOAD_BALANCER, "WebLb", "hours", "24 h", Money.usd("0.540000001")),
                new Bill.Line(
                    Bill.Kind.COMPUTE, "WebGroup", "i-1 m5.large", "3,661 s", Money.usd("100")));

    assertThat(csv(ResultTable.BILL, result))
        .isEqualTo(
            """
            kind,owner,item,quantity,amount [USD]
            load balancer,WebLb,hours,24 h,0.540000001
            compute,WebGroup,i-1 m5.large,"3,661 s",100
            """);
  }

  @Test
  void writer_staysOpen() throws IOException {
    SimulationResult result = SampleResults.named("web").build();
    StringWriter out = new StringWriter();

    ResultTable.BILL.write(result, out);
    ResultTable.BILL.write(result, out);

    assertThat(out.toString()).hasLength(2 * "kind,owner,item,quantity,amount [USD]\n".length());
  }
}
