package io.headroom.cloudformation.stack;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.Template;
import io.headroom.testing.Rule;
import org.junit.jupiter.api.Test;

final class ResolvedStackTest {

  private static final String BALANCED =
      """
      Resources:
        Lb: {Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: {Name: front}}
        Tg: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup'}
        Listener:
          Type: AWS::ElasticLoadBalancingV2::Listener
          Properties: {LoadBalancerArn: !Ref Lb}
        Group: {Type: 'AWS::AutoScaling::AutoScalingGroup'}
        Policy:
          Type: AWS::AutoScaling::ScalingPolicy
          Properties: {AutoScalingGroupName: !Ref Group}
        P:
          Type: Test::Probe
          Properties: {V: %s}
      """;

  private static String balanced(String expression) {
    return Probe.of(BALANCED.formatted(expression)).text();
  }

  @Test
  @Rule("cloudformation 6")
  void arns_haveTheShapeOfTheService() {
    assertThat(balanced("!Ref Lb"))
        .matches(
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/front/"
                + "[0-9a-f]{16}");
    assertThat(balanced("!Ref Listener"))
        .matches(
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/front/"
                + "[0-9a-f]{16}/[0-9a-f]{16}");
    assertThat(balanced("!Ref Tg")).matches("arn:.*:targetgroup/sim-Tg-[A-Z0-9]{12}/[0-9a-f]{16}");
    assertThat(balanced("!Ref Group")).matches("sim-Group-[A-Z0-9]{12}");
    assertThat(balanced("!Ref Policy"))
        .matches(
            "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:[0-9a-f-]{36}"
                + ":autoScalingGroupName/sim-Group-[A-Z0-9]{12}"
                + ":policyName/sim-Policy-[A-Z0-9]{12}");
  }

  @Test
  @Rule("cloudformation 6")
  void resourceLabel_canBeCutOutOfAListener() {
    String label =
        balanced(
            "!Join ['/', [!Select [1, !Split ['/', !Ref Listener]],"
                + " !Select [2, !Split ['/', !Ref Listener]],"
                + " !Select [3, !Split ['/', !Ref Listener]],"
                + " !GetAtt Tg.TargetGroupFullName]]");

    assertThat(label)
        .matches("app/front/[0-9a-f]{16}/targetgroup/sim-Tg-[A-Z0-9]{12}/[0-9a-f]{16}");
    assertThat(balanced("!GetAtt Lb.LoadBalancerFullName"))
        .isEqualTo(label.substring(0, label.indexOf("/targetgroup")));
  }

  @Test
  @Rule("cloudformation 6")
  void names_repeatAndDependOnTheStack() {
    Probe other =
        Probe.of(
            BALANCED.formatted("!Ref Tg"), TemplateOptions.builder().stackName("other").build());

    assertThat(balanced("!Ref Tg")).isEqualTo(balanced("!Ref Tg"));
    assertThat(other.text()).contains(":targetgroup/other-Tg-");
  }

  @Test
  @Rule("cloudformation MP-7")
  void unknownTypes_givePlaceholders() {
    Probe probe =
        Probe.of(
            """
            Resources:
              Role: {Type: 'AWS::IAM::Role'}
              Eip: {Type: 'AWS::EC2::InternetGateway'}
              P:
                Type: Test::Probe
                Properties: {V: [!GetAtt Role.Arn, !Ref Eip, !GetAtt Role.Whatever]}
            """);

    assertThat(probe.errors()).isEmpty();
    assertThat(probe.texts().get(0)).startsWith("arn:aws:iam:us-east-1:123456789012:role/sim-Role");
    assertThat(probe.texts().get(1)).matches("igw-[0-9a-f]{17}");
    assertThat(probe.node().origin().isUnknown()).isTrue();
  }

  @Test
  void nestedStack_givesPlaceholders() {
    Probe probe =
        Probe.of(
            """
            Resources:
              Net: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: net.yaml}}
              P: {Type: Test::Probe, Properties: {V: !GetAtt Net.Outputs.SubnetA}}
            """);

    assertThat(probe.errors()).isEmpty();
    assertThat(probe.text()).isEqualTo("Net-Outputs.SubnetA");
    assertThat(probe.node().origin().isUnknown()).isTrue();
  }

  @Test
  @Rule("cloudformation OR-1")
  @Rule("cloudformation 10")
  void circularDependency_isNamed() {
    Probe probe =
        Probe.of(
            """
            Resources:
              A: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref B}}
              B: {Type: 'AWS::SNS::Topic', DependsOn: [C]}
              C: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Sub '${A}'}}
            """);

    assertThat(probe.errors())
        .containsExactly("line 2: Resources.A: circular dependency: A -> B -> C -> A");
  }

  @Test
  @Rule("cloudformation OR-1")
  void namesThatDependOnEachOther_areACircle() {
    Probe probe =
        Probe.of(
            """
            Resources:
              A: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref B}}
              B: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref A}}
            """);

    assertThat(probe.errors())
        .containsExactly("line 2: Resources.A: circular dependency: A -> B -> A");
  }

  @Test
  @Rule("cloudformation OR-1")
  void order_putsDependenciesFirst() {
    Probe probe =
        Probe.of(
            """
            Resources:
              Last: {Type: Test::Probe, DependsOn: Middle}
              Middle: {Type: Test::Probe, Properties: {V: !GetAtt First.Arn}}
              First: {Type: 'AWS::IAM::Role'}
            """);

    assertThat(probe.stack().order()).containsExactly("First", "Middle", "Last").inOrder();
  }

  @Test
  void dependsOnUnknownResource_isAnError() {
    Probe probe = Probe.of("Resources: {Web: {Type: Test::Probe}, B: {Type: T::P, DependsOn: Wb}}");

    assertThat(probe.errors())
        .containsExactly(
            "line 1: Resources.B.DependsOn: there is no resource Wb, did you mean Web?");
  }

  @Test
  void resourceWithoutType_isAnError() {
    assertThat(Probe.of("Resources: {A: {Properties: {}}, B: text}").errors())
        .containsExactly(
            "line 1: Resources.A: a resource needs a Type,"
                + " such as AWS::AutoScaling::AutoScalingGroup",
            "line 1: Resources.B: a resource is a map with a Type, found a text");
  }

  @Test
  void outputs_areChecked() {
    Probe probe = Probe.of(Probe.withProbe("Outputs: {O: {Value: !Ref Nothing}, Q: {}}\n", "a"));

    assertThat(probe.errors())
        .containsExactly(
            "line 1: Outputs.O.Value: there is no parameter or resource Nothing",
            "line 1: Outputs.Q: an output needs a Value");
  }

  @Test
  @Rule("cloudformation TX-8")
  void duplicateKey_isAnErrorInStrictMode() {
    Template template = Template.parse("t", "Resources: {A: {Type: A::B::C}, A: {Type: A::B::C}}");

    Problems lenient = new Problems();
    ResolvedStack.of(template, TemplateOptions.defaults(), lenient);
    Problems strict = new Problems();
    ResolvedStack.of(template, TemplateOptions.builder().strict().build(), strict);

    assertThat(lenient.hasErrors()).isFalse();
    assertThat(lenient.list()).hasSize(1);
    assertThat(strict.hasErrors()).isTrue();
  }

  @Test
  @Rule("cloudformation 8.Subnet")
  void subnetAttributes_comeFromItsProperties() {
    Probe probe =
        Probe.of(
            """
            Resources:
              S: {Type: 'AWS::EC2::Subnet', Properties: {AvailabilityZone: us-east-1b}}
              P: {Type: Test::Probe, Properties: {V: !GetAtt S.AvailabilityZone}}
            """);

    assertThat(probe.text()).isEqualTo("us-east-1b");
  }
}
