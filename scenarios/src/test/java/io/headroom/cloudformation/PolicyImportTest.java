package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.Trigger;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.aws.Adjustment;
import io.headroom.policies.aws.AdjustmentType;
import io.headroom.policies.aws.CustomizedMath;
import io.headroom.policies.aws.CustomizedMetric;
import io.headroom.policies.aws.LabelledMetric;
import io.headroom.policies.aws.PredefinedMetric;
import io.headroom.policies.aws.SimpleScaling;
import io.headroom.policies.aws.Step;
import io.headroom.policies.aws.StepScaling;
import io.headroom.policies.aws.TargetTracking;
import io.headroom.policies.aws.TargetTracking.ScaleInMode;
import io.headroom.policies.aws.predictive.MaxCapacityBreach;
import io.headroom.policies.aws.predictive.MetricPair;
import io.headroom.policies.aws.predictive.PredictiveScaling;
import io.headroom.policies.baseline.FixedCapacity;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class PolicyImportTest {

  private static final String ALARM =
      """
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties: {Namespace: AWS/EC2, MetricName: CPUUtilization, Statistic: Average,
            Dimensions: [{Name: AutoScalingGroupName, Value: !Ref Web}],
            Period: 60, EvaluationPeriods: 2, Threshold: 70, ComparisonOperator:
            GreaterThanThreshold, AlarmActions: [!Ref Policy]}
      """;

  private static final String TRACKING = "PolicyType: TargetTrackingScaling, ";

  private static Imported policy(String properties) {
    return Imported.of(
        Imported.GROUP
            + """
              Policy:
                Type: AWS::AutoScaling::ScalingPolicy
                Properties: {AutoScalingGroupName: !Ref Web, %s}
            """
                .formatted(properties)
            + ALARM);
  }

  private static Imported tracking(String configuration) {
    return policy(TRACKING + "TargetTrackingConfiguration: {" + configuration + "}");
  }

  @Test
  @Rule("cloudformation 8.ScalingPolicy")
  @Rule("cloudformation MP-1")
  void policyWithoutType_isSimple() {
    Imported imported =
        policy("AdjustmentType: ChangeInCapacity, ScalingAdjustment: '1', Cooldown: '60'");

    assertThat(imported.errors()).isEmpty();
    SimpleScaling simple = (SimpleScaling) imported.policy();
    assertThat(simple.name()).isEqualTo("Policy");
    assertThat(simple.adjustment()).isEqualTo(Adjustment.change(1));
    assertThat(simple.cooldown()).hasValue(Duration.ofMinutes(1));
    Trigger.OnAlarm trigger = simple.alarms().all().get(0);
    assertThat(trigger.state()).isEqualTo(AlarmState.ALARM);
    assertThat(trigger.alarm().threshold()).isEqualTo(70);
    assertThat(trigger.alarm().metric().dimensions())
        .containsExactly("AutoScalingGroupName", imported.web().awsName());
    assertThat(imported.stack().alarms()).isEmpty();
  }

  @Test
  @Rule("cloudformation MP-8")
  @Rule("autoscaling AJ4")
  void minAdjustmentStep_isAnOldName() {
    Imported imported =
        policy(
            "AdjustmentType: PercentChangeInCapacity, ScalingAdjustment: 20,"
                + " MinAdjustmentStep: 2");

    assertThat(((SimpleScaling) imported.policy()).adjustment())
        .isEqualTo(
            new Adjustment(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, 20, OptionalInt.of(2)));
    assertThat(imported.notes().get(0)).endsWith("an old name of MinAdjustmentMagnitude");
  }

  @Test
  @Rule("cloudformation 8.ScalingPolicy")
  void stepPolicy_isRead() {
    Imported imported =
        policy(
            "PolicyType: StepScaling, AdjustmentType: ChangeInCapacity,"
                + " MetricAggregationType: Maximum, EstimatedInstanceWarmup: 90, StepAdjustments:"
                + " [{MetricIntervalLowerBound: 0, MetricIntervalUpperBound: '20',"
                + " ScalingAdjustment: 2}, {MetricIntervalLowerBound: 20, ScalingAdjustment: 6}]");

    assertThat(imported.errors()).isEmpty();
    StepScaling step = (StepScaling) imported.policy();
    assertThat(step.steps().all())
        .containsExactly(
            new Step(OptionalDouble.of(0), OptionalDouble.of(20), 2),
            new Step(OptionalDouble.of(20), OptionalDouble.empty(), 6))
        .inOrder();
    assertThat(step.warmup()).hasValue(Duration.ofSeconds(90));
    assertThat(step.aggregation().awsName()).isEqualTo("Maximum");
  }

  @Test
  @Rule("cloudformation 10")
  void stepsWithGapsOverlapsOrTwoOpenEnds_areErrors() {
    List<String> broken =
        List.of(
            "[{MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 10, ScalingAdjustment: 1},"
                + " {MetricIntervalLowerBound: 20, ScalingAdjustment: 2}]",
            "[{MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 10, ScalingAdjustment: 1},"
                + " {MetricIntervalLowerBound: 5, ScalingAdjustment: 2}]",
            "[{MetricIntervalUpperBound: 0, ScalingAdjustment: -1},"
                + " {MetricIntervalUpperBound: 10, ScalingAdjustment: 2}]");
    for (String steps : broken) {
      Imported imported =
          policy(
              "PolicyType: StepScaling, AdjustmentType: ChangeInCapacity, StepAdjustments: "
                  + steps);

      assertThat(imported.errors()).isNotEmpty();
      assertThat(imported.errors().get(0))
          .startsWith("line 11: Resources.Policy.Properties.StepAdjustments:");
    }
  }

  @Test
  @Rule("cloudformation 10")
  void scalingAdjustmentOfAStepPolicy_isAnError() {
    assertThat(
            policy(
                    "PolicyType: StepScaling, AdjustmentType: ChangeInCapacity,"
                        + " ScalingAdjustment: 1, StepAdjustments:"
                        + " [{MetricIntervalLowerBound: 0, ScalingAdjustment: 1}]")
                .errors())
        .containsExactly(
            "line 11: Resources.Policy.Properties.ScalingAdjustment:"
                + " a policy of type StepScaling has no ScalingAdjustment");
  }

  @Test
  @Rule("cloudformation 10")
  void simplePolicyWithoutAdjustment_isAnError() {
    assertThat(policy("Cooldown: 60").errors())
        .containsExactly(
            "line 9: Resources.Policy.Properties.AdjustmentType: is required, one of"
                + " ChangeInCapacity, ExactCapacity, PercentChangeInCapacity",
            "line 9: Resources.Policy.Properties.ScalingAdjustment:"
                + " is required for a policy of type SimpleScaling");
  }

  @Test
  @Rule("cloudformation 8.ScalingPolicy")
  void targetTracking_isRead() {
    Imported imported =
        tracking(
            "TargetValue: 50, DisableScaleIn: true,"
                + " PredefinedMetricSpecification: {PredefinedMetricType: ASGAverageNetworkIn}");

    TargetTracking tracking = (TargetTracking) imported.policy();
    assertThat(tracking.metric()).isEqualTo(PredefinedMetric.ASG_AVERAGE_NETWORK_IN);
    assertThat(tracking.target()).isEqualTo(50);
    assertThat(tracking.scaleIn()).isEqualTo(ScaleInMode.DISABLED);
    assertThat(tracking.warmup()).isEmpty();
  }

  @Test
  @Rule("cloudformation 8.ScalingPolicy")
  void customizedMetric_isRead() {
    Imported imported =
        tracking(
            "TargetValue: 50, CustomizedMetricSpecification: {Namespace: App, MetricName: Depth,"
                + " Statistic: Sum, Period: 10, Dimensions: [{Name: Queue, Value: a}]}");

    assertThat(((TargetTracking) imported.policy()).metric())
        .isEqualTo(
            new CustomizedMetric(
                Metric.of("App", "Depth").with("Queue", "a"),
                Statistic.SUM,
                Duration.ofSeconds(10)));
  }

  @Test
  @Rule("cloudformation 10")
  void missingTargetValue_isAnError() {
    assertThat(
            tracking(
                    "PredefinedMetricSpecification:"
                        + " {PredefinedMetricType: ASGAverageCPUUtilization}")
                .errors())
        .containsExactly(
            "line 11: Resources.Policy.Properties.TargetTrackingConfiguration.TargetValue:"
                + " is required");
  }

  private static final String BALANCED =
      Imported.LAUNCH
          + Imported.group(", TargetGroupARNs: [!Ref Tg]")
          + """
            Lb:
              Type: AWS::ElasticLoadBalancingV2::LoadBalancer
              Properties: {Subnets: [subnet-1, subnet-2, subnet-3]}
            Tg: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: {Protocol: HTTP}}
            Other: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: {Protocol: HTTP}}
            Listener:
              Type: AWS::ElasticLoadBalancingV2::Listener
              Properties: {LoadBalancerArn: !Ref Lb, Port: 80, Protocol: HTTP,
                DefaultActions: [{Type: forward, TargetGroupArn: !Ref Tg}]}
            Policy:
              Type: AWS::AutoScaling::ScalingPolicy
              Properties:
                AutoScalingGroupName: !Ref Web
                PolicyType: TargetTrackingScaling
                TargetTrackingConfiguration:
                  TargetValue: 900
                  PredefinedMetricSpecification:
                    PredefinedMetricType: ALBRequestCountPerTarget
          """;

  @Test
  @Rule("cloudformation 8.ScalingPolicy")
  @Rule("cloudformation MP-1")
  void requestsPerTarget_areOfTheLabelledTargetGroup() {
    Imported imported =
        Imported.of(
            BALANCED
                + "          ResourceLabel: !Join ['/', [!GetAtt Lb.LoadBalancerFullName,"
                + " !GetAtt Tg.TargetGroupFullName]]\n");

    assertThat(imported.errors()).isEmpty();
    assertThat(((TargetTracking) imported.policy()).metric())
        .isEqualTo(
            new LabelledMetric(
                imported.balancer().fullName() + "/" + imported.targets().fullName()));
  }

  @Test
  @Rule("cloudformation 10")
  void requestsPerTargetWithoutLabel_isAnError() {
    assertThat(Imported.of(BALANCED).errors().get(0))
        .endsWith("ResourceLabel: ValidationError: is required for ALBRequestCountPerTarget");
  }

  @Test
  @Rule("cloudformation 10")
  void labelOfATargetGroupThatIsNotAttached_isAnError() {
    Imported imported =
        Imported.of(
            BALANCED
                + "          ResourceLabel: !Join ['/', [!GetAtt Lb.LoadBalancerFullName,"
                + " !GetAtt Other.TargetGroupFullName]]\n");

    assertThat(imported.errors()).hasSize(1);
    assertThat(imported.errors().get(0))
        .contains("is not attached to the group; attached are app/");
  }

  @Test
  @Rule("cloudformation 8.ScalingPolicy")
  @Rule("autoscaling TT2")
  void metricMath_isTracked() {
    Imported imported =
        policy(
            "PolicyType: TargetTrackingScaling, TargetTrackingConfiguration: {TargetValue: 100,"
                + " CustomizedMetricSpecification: {Metrics: [{Id: m1, ReturnData: false,"
                + " MetricStat: {Stat: Sum, Metric: {Namespace: AWS/SQS, MetricName:"
                + " ApproximateNumberOfMessagesVisible, Dimensions: [{Name: QueueName, Value:"
                + " q}]}}}, {Id: m2, ReturnData: false, MetricStat: {Stat: Average, Metric:"
                + " {Namespace: AWS/AutoScaling, MetricName: GroupInServiceInstances}}}, {Id: e1,"
                + " Expression: m1 / m2}]}}");

    assertThat(imported.errors()).isEmpty();
    TargetTracking tracking = (TargetTracking) imported.web().policies().get(0);
    CustomizedMath metric = (CustomizedMath) tracking.metric();
    assertThat(metric.math().results()).hasSize(1);
    assertThat(metric.math().metrics()).hasSize(2);
  }

  @Test
  @Rule("autoscaling TT2")
  @Rule("autoscaling 30.2")
  void metricMathWithTwoResults_isRefused() {
    Imported imported =
        policy(
            "PolicyType: TargetTrackingScaling, TargetTrackingConfiguration: {TargetValue: 100,"
                + " CustomizedMetricSpecification: {Metrics: [{Id: m1, MetricStat: {Stat: Sum,"
                + " Metric: {Namespace: A, MetricName: B}}}, {Id: e1, Expression: m1 * 2}]}}");

    assertThat(imported.errors().get(0))
        .endsWith("Metrics: ValidationError: exactly one query must return data, found 2");
  }

  @Test
  @Rule("autoscaling PS9")
  void predictivePolicy_isRead() {
    Imported imported =
        policy(
            "PolicyType: PredictiveScaling, PredictiveScalingConfiguration: {Mode:"
                + " ForecastAndScale, MaxCapacityBreachBehavior: IncreaseMaxCapacity,"
                + " MaxCapacityBuffer: 10, SchedulingBufferTime: 600, MetricSpecifications:"
                + " [{TargetValue: 25, PredefinedMetricPairSpecification: {PredefinedMetricType:"
                + " ASGNetworkIn}}]}");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.web().policies())
        .containsExactly(
            PredictiveScaling.on(MetricPair.NETWORK_IN)
                .target(25)
                .named("Policy")
                .andScale()
                .schedulingBuffer(Duration.ofMinutes(10))
                .breach(MaxCapacityBreach.increase(10)));
  }

  @Test
  @Rule("autoscaling PS9")
  void predictivePolicyOfLoadAndScalingMetric_isRead() {
    Imported imported =
        policy(
            "PolicyType: PredictiveScaling, PredictiveScalingConfiguration: {"
                + "MetricSpecifications: [{TargetValue: 25,"
                + " PredefinedLoadMetricSpecification: {PredefinedMetricType:"
                + " ASGTotalCPUUtilization}, PredefinedScalingMetricSpecification:"
                + " {PredefinedMetricType: ASGAverageCPUUtilization}}]}");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.web().policies())
        .containsExactly(
            PredictiveScaling.on(MetricPair.CPU_UTILIZATION).target(25).named("Policy"));
  }

  @Test
  @Rule("autoscaling 30.2")
  void refusedPredictivePolicy_isReportedLineByLine() {
    Imported imported =
        policy(
            "PolicyType: PredictiveScaling, PredictiveScalingConfiguration: {"
                + "SchedulingBufferTime: 3600, MaxCapacityBuffer: 10,"
                + " MetricSpecifications: [{TargetValue: 25,"
                + " PredefinedMetricPairSpecification: {PredefinedMetricType: ASGNetworkIn}}]}");

    assertThat(imported.errors()).hasSize(2);
    assertThat(imported.errors().get(0))
        .endsWith("SchedulingBufferTime: ValidationError: must be 0 to 3599 seconds, was 3600");
  }

  @Test
  @Rule("cloudformation MP-1")
  void policyOfAnotherStacksGroup_isLeftOut() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Policy:
                    Type: AWS::AutoScaling::ScalingPolicy
                    Properties: {AutoScalingGroupName: elsewhere,
                      AdjustmentType: ChangeInCapacity, ScalingAdjustment: 1}
                """);

    assertThat(imported.web().policies()).isEmpty();
    assertThat(imported.warnings())
        .containsExactly(
            "line 9: Resources.Policy: no alarm of the template asks this policy; it never acts",
            "line 11: Resources.Policy.Properties.AutoScalingGroupName:"
                + " the template has no such group 'elsewhere'; left out");
  }

  @Test
  @Rule("cloudformation MP-1")
  void okAction_asksThePolicyInStateOk() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Policy:
                    Type: AWS::AutoScaling::ScalingPolicy
                    Properties: {AutoScalingGroupName: !Ref Web,
                      AdjustmentType: ChangeInCapacity, ScalingAdjustment: -1}
                """
                + ALARM.replace("AlarmActions", "OKActions"));

    assertThat(((SimpleScaling) imported.policy()).alarms().all().get(0).state())
        .isEqualTo(AlarmState.OK);
  }

  @Test
  void customPolicy_isFoundByName() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Policy:
                    Type: Headroom::ScalingPolicy
                    Properties: {AutoScalingGroupName: !Ref Web, Name: fixed, capacity: 3}
                """);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.policy()).isInstanceOf(FixedCapacity.class);
    assertThat(imported.policy().name()).isEqualTo("Policy");
  }

  @Test
  void customPolicyThatNobodyKnows_namesTheNearest() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Policy:
                    Type: Headroom::ScalingPolicy
                    Properties: {AutoScalingGroupName: !Ref Web, Name: fixd, capacity: 3}
                """);

    assertThat(imported.errors()).hasSize(1);
    assertThat(imported.errors().get(0)).endsWith("found fixd, did you mean fixed?");
  }

  @Test
  void customPolicysSettings_areChecked() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Policy:
                    Type: Headroom::ScalingPolicy
                    Properties: {AutoScalingGroupName: !Ref Web, Name: target-tracking,
                      target: 60, warmup: soon, colour: red}
                """);

    assertThat(imported.errors())
        .containsExactly(
            "line 12: Resources.Policy.Properties.warmup:"
                + " must be a duration such as 90s or 5m, found soon");
    assertThat(imported.warnings())
        .containsExactly(
            "line 12: Resources.Policy.Properties.colour:"
                + " Headroom::ScalingPolicy has no such property");
  }
}
