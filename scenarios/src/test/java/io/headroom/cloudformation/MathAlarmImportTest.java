package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.Comparison;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alarms on metric math, on anomaly detection bands and on other alarms, in templates. */
final class MathAlarmImportTest {
  private static final String CPU =
      "{Id: m1, ReturnData: %s, MetricStat: {Stat: Average, Period: 60, Metric: {Namespace:"
          + " AWS/EC2, MetricName: CPUUtilization, Dimensions: [{Name: AutoScalingGroupName, Value:"
          + " !Ref Web}]}}}";

  private static Imported alarm(String metrics, String rest) {
    return Imported.of(
        Imported.GROUP
            + """
              Busy:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  AlarmName: busy
                  EvaluationPeriods: 3
                  Metrics:
                    - %s
                    - %s
                  %s
            """
                .formatted(CPU.formatted(rest.contains("MetricId")), metrics, rest));
  }

  private static Imported composites(String properties) {
    return Imported.of(
        Imported.GROUP
            + """
              Busy:
                Type: AWS::CloudWatch::Alarm
                Properties: {AlarmName: busy, ComparisonOperator: GreaterThanThreshold,
                  EvaluationPeriods: 3, Threshold: 60, Namespace: AWS/EC2,
                  MetricName: CPUUtilization, Statistic: Average, Period: 60,
                  Dimensions: [{Name: AutoScalingGroupName, Value: !Ref Web}]}
              Page:
                Type: AWS::CloudWatch::CompositeAlarm
                Properties: {%s}
            """
                .formatted(properties));
  }

  @Test
  @Rule("cloudwatch 7.6")
  @Rule("cloudformation 8.Alarm")
  void metrics_becomeMetricMath() {
    Imported imported =
        alarm(
            "{Id: e1, Expression: 'FILL(m1, 0) * 2', Label: twice}",
            "ComparisonOperator: GreaterThanThreshold\n      Threshold: 120");
    assertThat(imported.errors()).isEmpty();
    AlarmSpec alarm = imported.stack().alarms().get(0);
    assertThat(alarm.input().toString()).startsWith("FILL(m1, 0) * 2 where m1 = AWS/EC2 CPU");
    assertThat(alarm.period()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  @Rule("cloudwatch 10")
  void thresholdMetricId_becomesABand() {
    Imported imported =
        alarm(
            "{Id: ad1, Expression: 'ANOMALY_DETECTION_BAND(m1, 2)'}",
            "ComparisonOperator: GreaterThanUpperThreshold\n      ThresholdMetricId: ad1");
    assertThat(imported.errors()).isEmpty();
    AlarmSpec alarm = imported.stack().alarms().get(0);
    assertThat(((MetricMath) alarm.input()).band()).hasValue("ad1");
    assertThat(alarm.comparison()).isEqualTo(Comparison.GREATER_THAN_UPPER);
  }

  @Test
  @Rule("cloudwatch 13")
  void badExpression_isRefusedAtItsLine() {
    Imported imported =
        alarm(
            "{Id: e1, Expression: m1 / m7}",
            "ComparisonOperator: GreaterThanThreshold\n      Threshold: 120");
    assertThat(imported.errors()).hasSize(1);
    assertThat(imported.errors().get(0))
        .matches(
            "line \\d+: Resources.Busy.Properties.Metrics\\[1].Expression: Error in expression"
                + " 'e1': Unknown id 'm7', at character 6");
  }

  @Test
  @Rule("cloudformation 8.CompositeAlarm")
  @Rule("cloudwatch 8.1")
  @Rule("cloudwatch 8.suppression")
  void composite_isReadThroughReferences() {
    Imported imported =
        composites(
            "AlarmName: page, AlarmRule: !Sub 'ALARM(${Busy}) OR ALARM(\"${Busy.Arn}\")',"
                + " AlarmActions: ['arn:aws:sns:us-east-1:1:pager'], ActionsSuppressor: !Ref Busy,"
                + " ActionsSuppressorWaitPeriod: 60, ActionsSuppressorExtensionPeriod: 30");
    assertThat(imported.errors()).isEmpty();
    CompositeAlarmSpec page = imported.stack().compositeAlarms().get(0);
    assertThat(page.name()).isEqualTo("page");
    assertThat(page.children()).containsExactly("busy");
    assertThat(page.actions().of(AlarmState.ALARM))
        .isEqualTo(List.of("arn:aws:sns:us-east-1:1:pager"));
    assertThat(page.suppression().orElseThrow().waitPeriod()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  @Rule("cloudwatch 8.2")
  @Rule("cloudwatch 8.6")
  void badRule_isRefusedWithThePlace() {
    assertThat(composites("AlarmRule: ALARM(busy").errors()).hasSize(1);
    assertThat(composites("AlarmRule: ALARM(busy").errors().get(0))
        .endsWith("Page.Properties.AlarmRule: Expected ')', found the end, at character 11");
    assertThat(composites("AlarmRule: ALARM(other)").errors().get(0))
        .endsWith("Page.Properties.AlarmRule: there is no alarm 'other' in the template");
    assertThat(composites("AlarmName: page, AlarmRule: ALARM(page)").errors().get(0))
        .endsWith("AlarmRule: the alarm 'page' names itself");
  }

  @Test
  @Rule("cloudwatch 8.7")
  void composite_cannotAskAPolicy() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Policy:
                    Type: AWS::AutoScaling::ScalingPolicy
                    Properties: {AutoScalingGroupName: !Ref Web, PolicyType: SimpleScaling,
                      AdjustmentType: ChangeInCapacity, ScalingAdjustment: 1}
                  Page:
                    Type: AWS::CloudWatch::CompositeAlarm
                    Properties: {AlarmRule: 'TRUE', AlarmActions: [!Ref Policy]}
                """);
    assertThat(imported.errors()).hasSize(1);
    assertThat(imported.errors().get(0))
        .contains("AlarmActions: a composite alarm cannot have Auto Scaling actions: arn:");
  }
}
