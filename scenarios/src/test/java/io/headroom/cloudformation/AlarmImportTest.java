package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudformation.report.PropertyUse;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.AlarmWarmUp;
import io.headroom.cloudwatch.Comparison;
import io.headroom.cloudwatch.MissingData;
import io.headroom.cloudwatch.Statistic;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class AlarmImportTest {

  private static Imported alarm(String properties) {
    return Imported.of(
        Imported.GROUP
            + """
              Alarm:
                Type: AWS::CloudWatch::Alarm
                Properties: {ComparisonOperator: LessThanThreshold, EvaluationPeriods: '3',
                  Threshold: '20.5', %s}
            """
                .formatted(properties));
  }

  private static final String CPU =
      "Namespace: AWS/EC2, MetricName: CPUUtilization, Statistic: Average,"
          + " Dimensions: [{Name: AutoScalingGroupName, Value: !Ref Web}]";

  @Test
  @Rule("cloudformation 8.Alarm")
  void alarm_isRead() {
    Imported imported =
        alarm(
            CPU
                + ", Period: '300', DatapointsToAlarm: 2, TreatMissingData: breaching,"
                + " AlarmName: low, AlarmActions: ['arn:aws:sns:us-east-1:1:topic']");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.warnings()).isEmpty();
    AlarmSpec alarm = imported.stack().alarms().get(0);
    assertThat(alarm.name()).isEqualTo("low");
    assertThat(alarm.comparison()).isEqualTo(Comparison.LESS_THAN);
    assertThat(alarm.threshold()).isEqualTo(20.5);
    assertThat(alarm.evaluationPeriods()).isEqualTo(3);
    assertThat(alarm.datapointsToAlarm()).isEqualTo(2);
    assertThat(alarm.period()).isEqualTo(Duration.ofMinutes(5));
    assertThat(alarm.missingData()).isEqualTo(MissingData.BREACHING);
    assertThat(alarm.statistic()).isEqualTo(Statistic.AVERAGE);
    assertThat(alarm.actions().of(AlarmState.ALARM))
        .containsExactly("arn:aws:sns:us-east-1:1:topic");
  }

  @Test
  @Rule("cloudformation 8.Alarm")
  void defaults_areThoseOfTheService() {
    AlarmSpec alarm = alarm(CPU + ", Period: 60").stack().alarms().get(0);

    assertThat(alarm.name()).matches("sim-Alarm-[A-Z0-9]{12}");
    assertThat(alarm.datapointsToAlarm()).isEqualTo(3);
    assertThat(alarm.missingData()).isEqualTo(MissingData.MISSING);
    assertThat(alarm.actions().enabled()).isTrue();
  }

  @Test
  @Rule("cloudformation 10")
  void periodOf45Seconds_isAnError() {
    assertThat(alarm(CPU + ", Period: 45").errors())
        .containsExactly(
            "line 12: Resources.Alarm.Properties.Period:"
                + " Period must be 10, 20, 30 or a multiple of 60, was 45 s");
  }

  @Test
  @Rule("cloudformation 10")
  void metricNameAndMetrics_areAnError() {
    assertThat(alarm(CPU + ", Period: 60, Metrics: [{Id: m1}]").errors())
        .containsExactly(
            "line 12: Resources.Alarm.Properties.Metrics:"
                + " an alarm has either MetricName or Metrics");
  }

  @Test
  @Rule("cloudformation 8.Alarm")
  void queriesOfMetrics_areListedAsNotSimulated() {
    Imported imported = alarm("EvaluationCriteria: {PromQLCriteria: {Query: up}}");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.stack().alarms()).isEmpty();
    assertThat(imported.entries(PropertyUse.UNSUPPORTED))
        .containsExactly(
            "line 12: Alarm.EvaluationCriteria: queries are not simulated; the alarm is left out");
  }

  @Test
  @Rule("cloudformation MP-4")
  void alarmOnAMetricThatNothingPublishes_isKeptAndReported() {
    Imported imported =
        alarm(
            "Namespace: AWS/RDS, MetricName: CPUUtilization, Statistic: Average, Period: 60,"
                + " Dimensions: [{Name: DBInstanceIdentifier, Value: db}]");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.stack().alarms()).hasSize(1);
    assertThat(imported.notes())
        .containsExactly(
            "line 12: Resources.Alarm.Properties.MetricName: nothing in the model publishes"
                + " AWS/RDS CPUUtilization {DBInstanceIdentifier=db};"
                + " the alarm stays without data");
  }

  @Test
  @Rule("cloudformation MP-4")
  void scalingAlarmOnASilentMetric_isAWarning() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Policy:
                    Type: AWS::AutoScaling::ScalingPolicy
                    Properties: {AutoScalingGroupName: !Ref Web,
                      AdjustmentType: ChangeInCapacity, ScalingAdjustment: 1}
                  Alarm:
                    Type: AWS::CloudWatch::Alarm
                    Properties: {Namespace: System/Linux, MetricName: MemoryUtilization,
                      Statistic: Average, Period: 60, EvaluationPeriods: 1, Threshold: 80,
                      ComparisonOperator: GreaterThanThreshold, AlarmActions: [!Ref Policy]}
                """);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.warnings()).hasSize(1);
    assertThat(imported.warnings().get(0)).contains("System/Linux MemoryUtilization");
    assertThat(imported.web().policies()).hasSize(1);
  }

  @Test
  @Rule("cloudformation PA-6")
  void unknownThreshold_mattersOnlyToAnAlarmThatScales() {
    Imported imported =
        Imported.of(
            "Parameters: {Bytes: {Type: Number}}\n"
                + Imported.GROUP
                + """
                  Alarm:
                    Type: AWS::CloudWatch::Alarm
                    Properties: {Namespace: AWS/RDS, MetricName: FreeStorageSpace,
                      Statistic: Average, Period: 60, EvaluationPeriods: 1,
                      Threshold: !Ref Bytes, ComparisonOperator: LessThanThreshold}
                """);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.stack().alarms()).isEmpty();
    assertThat(imported.entries(PropertyUse.UNRESOLVED))
        .containsExactly("line 14: Alarm.Threshold: parameter Bytes has no value and no default");
  }

  @Test
  @Rule("cloudformation 8.ApplicationAutoScaling")
  void otherScaling_isListed() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Tasks:
                    Type: AWS::ApplicationAutoScaling::ScalableTarget
                    Properties: {ServiceNamespace: ecs}
                """);

    assertThat(imported.entries(PropertyUse.UNSUPPORTED))
        .containsExactly("line 9: Tasks: not simulated: Application Auto Scaling");
  }

  @Test
  @Rule("cloudwatch 7.1")
  @Rule("cloudwatch 7.3.5")
  @Rule("cloudwatch 7.9")
  void windowAndWarmUp_areRead() {
    Imported imported =
        alarm(
            CPU
                + ", Period: 300, Unit: Percent, ActionsEnabled: false, AlarmDescription: low load,"
                + " EvaluationWindow: {WallClockWindow: {Timezone: '+05:30'}},"
                + " WarmUpConfiguration: {WarmUpPeriodDurationInMinutes: 30,"
                + " OnlyStartEvaluatingAfterWarmUpPeriodEnds: true}");

    assertThat(imported.errors()).isEmpty();
    AlarmSpec alarm = imported.stack().alarms().get(0);
    assertThat(alarm.wallClock()).hasValue(ZoneId.of("+05:30"));
    assertThat(alarm.warmUp())
        .hasValue(new AlarmWarmUp(Duration.ofMinutes(30), AlarmWarmUp.End.WITH_TIME));
    assertThat(alarm.description()).isEqualTo("low load");
    assertThat(alarm.actions().enabled()).isFalse();
  }

  @Test
  @Rule("cloudwatch 13")
  @Rule("cloudwatch 12")
  void badProperties_areRefusedWithTheServicesMessageAndTheLine() {
    assertThat(alarm(CPU + ", Period: 45").errors())
        .containsExactly(
            "line 12: Resources.Alarm.Properties.Period: Period must be 10, 20, 30 or a multiple of"
                + " 60, was 45 s");
    assertThat(alarm(CPU + ", Period: 60, DatapointsToAlarm: 4").errors())
        .containsExactly(
            "line 12: Resources.Alarm.Properties.DatapointsToAlarm: DatapointsToAlarm must be less"
                + " than or equal to EvaluationPeriods, was 4 of 3");
    assertThat(alarm(CPU + ", Period: 60, OKActions: ['arn:sns']").errors())
        .containsExactly(
            "line 12: Resources.Alarm.Properties.OKActions: Invalid arn syntax: arn:sns");
    assertThat(
            alarm(CPU + ", Period: 60, WarmUpConfiguration: {WarmUpPeriodDurationInMinutes: 0}")
                .errors())
        .containsExactly(
            "line 12: Resources.Alarm.Properties.WarmUpConfiguration:"
                + " WarmUpPeriodDurationInMinutes must be from 1 to 2880, was 0");
    assertThat(
            alarm(CPU + ", Period: 120," + " EvaluationWindow: {WallClockWindow: {Timezone: UTC}}")
                .errors())
        .containsExactly(
            "line 12: Resources.Alarm.Properties.EvaluationWindow: a wall clock window needs a"
                + " period of 60, 300, 3600, 86400 or 604800 seconds, was 120 s");
    String topic = "'arn:aws:sns:us-east-1:123456789012:t'";
    assertThat(
            alarm(
                    CPU
                        + ", Period: 60, AlarmActions: ["
                        + String.join(", ", Collections.nCopies(6, topic))
                        + "]")
                .errors())
        .containsExactly(
            "line 12: Resources.Alarm.Properties.AlarmActions: a state has at most 5 actions, not"
                + " 6");
  }

  @Test
  void muteRule_isListedAsNotSimulated() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Night:
                    Type: AWS::CloudWatch::AlarmMuteRule
                    Properties:
                      Rule: {Schedule: {Expression: cron(0 2 * * *), Duration: PT4H}}
                """);

    assertThat(imported.entries(PropertyUse.UNSUPPORTED))
        .containsExactly("line 9: Night: not simulated: alarms run their actions at all times");
  }
}
