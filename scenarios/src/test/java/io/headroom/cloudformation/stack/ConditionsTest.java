package io.headroom.cloudformation.stack;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import org.junit.jupiter.api.Test;

final class ConditionsTest {

  private static String decide(String condition) {
    return Probe.of(
            Probe.withProbe(
                "Parameters: {One: {Type: Number, Default: 1}}\n"
                    + "Conditions:\n  T: !Equals [a, a]\n  F: !Equals [a, b]\n  C: "
                    + condition
                    + "\n",
                "!If [C, 'yes', 'no']"))
        .text();
  }

  @Test
  @Rule("cloudformation FN-3")
  void equals_comparesTexts() {
    assertThat(decide("!Equals [!Ref One, '1']")).isEqualTo("yes");
    assertThat(decide("!Equals [true, 'true']")).isEqualTo("yes");
    assertThat(decide("!Equals [yes, 'true']")).isEqualTo("yes");
    assertThat(decide("!Equals ['1', '1.0']")).isEqualTo("no");
    assertThat(decide("!Equals ['', !Join ['', []]]")).isEqualTo("yes");
  }

  @Test
  @Rule("cloudformation FN-4")
  void andOrNot_combine() {
    assertThat(decide("!And [!Condition T, !Condition T]")).isEqualTo("yes");
    assertThat(decide("!And [!Condition T, !Condition F]")).isEqualTo("no");
    assertThat(decide("!Or [!Condition F, {Condition: T}]")).isEqualTo("yes");
    assertThat(decide("!Not [!Condition F]")).isEqualTo("yes");
  }

  @Test
  @Rule("cloudformation FN-4")
  void oneOperandOfAnd_isAnError() {
    Probe probe =
        Probe.of(Probe.withProbe("Conditions: {C: !And [!Equals [a, a]]}\n", "!If [C, 1, 2]"));

    assertThat(probe.errors())
        .containsExactly(
            "line 1: Conditions.C: the function takes a list of 2 to 10 arguments, found 1");
  }

  @Test
  @Rule("cloudformation FN-2")
  void conditions_mayNotReferToResources() {
    Probe probe =
        Probe.of(Probe.withProbe("Conditions: {C: !Equals [!Ref P, a]}\n", "!If [C, 1, 2]"));

    assertThat(probe.errors()).containsExactly("line 1: Conditions.C: there is no parameter P");
  }

  @Test
  @Rule("cloudformation FN-2")
  void unusedConditions_areDecidedAsWell() {
    Probe probe = Probe.of(Probe.withProbe("Conditions: {Unused: !Equals [a]}\n", "a"));

    assertThat(probe.errors()).hasSize(1);
  }

  @Test
  @Rule("cloudformation FN-2")
  void circularConditions_areNamed() {
    Probe probe =
        Probe.of(
            Probe.withProbe(
                "Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\n", "a"));

    assertThat(probe.errors())
        .containsExactly("line 3: Conditions.B: the conditions depend on each other: A -> B -> A");
  }

  @Test
  void unknownCondition_namesTheNearest() {
    Probe probe =
        Probe.of(Probe.withProbe("Conditions: {IsProd: !Equals [a, a]}\n", "!If [IsPro, 1, 2]"));

    assertThat(probe.errors())
        .containsExactly(
            "line 6: Resources.P.Properties.V: there is no condition IsPro,"
                + " did you mean IsProd?");
  }

  @Test
  @Rule("cloudformation FN-5")
  void branchNotTaken_staysUnresolved() {
    assertThat(
            Probe.of(
                    Probe.withProbe(
                        "Conditions: {C: !Equals [a, b]}\n", "!If [C, !Ref Absent, present]"))
                .errors())
        .isEmpty();
  }

  @Test
  @Rule("cloudformation FN-5")
  void noValue_removesKeyAndItem() {
    String conditions = "Conditions: {C: !Equals [a, b]}\n";

    Probe key = Probe.of(Probe.withProbe(conditions, "!If [C, 1, !Ref 'AWS::NoValue']"));
    assertThat(key.properties("P").get("V")).isEmpty();
    Probe item = Probe.of(Probe.withProbe(conditions, "[a, !If [C, 1, !Ref 'AWS::NoValue'], b]"));
    assertThat(item.texts()).containsExactly("a", "b").inOrder();
  }

  @Test
  @Rule("cloudformation FN-6")
  void resourceWithAFalseCondition_isAbsent() {
    Probe probe =
        Probe.of(
            """
            Conditions: {C: !Equals [a, b]}
            Resources:
              Gone: {Type: 'AWS::SNS::Topic', Condition: C}
              User: {Type: 'Test::Probe', Properties: {V: !Ref Gone}}
              After: {Type: 'Test::Probe', DependsOn: Gone}
            Outputs:
              O: {Condition: C, Value: !Ref Gone}
            """);

    assertThat(probe.stack().resources().keySet()).containsExactly("User", "After");
    assertThat(probe.stack().absent()).containsExactly("Gone", "C");
    assertThat(probe.errors())
        .containsExactly(
            "line 4: Resources.User.Properties.V: Gone is absent, because condition C is false");
  }

  @Test
  @Rule("cloudformation PA-8")
  void rule_thatDoesNotHold_isAnError() {
    String template =
        Probe.withProbe(
            """
            Parameters: {Env: {Type: String, Default: test}}
            Rules:
              Prod:
                RuleCondition: !Equals [!Ref Env, test]
                Assertions:
                  - {Assert: !Contains [[a, b], !Ref Env], AssertDescription: Env must be a or b}
            """,
            "a");

    assertThat(Probe.of(template).errors())
        .containsExactly("line 6: Rules.Prod: Env must be a or b");
    assertThat(
            Probe.of(template, TemplateOptions.builder().parameter("Env", "prod").build()).errors())
        .isEmpty();
  }

  @Test
  @Rule("cloudformation PA-8")
  void rule_aboutTheAccount_isLeftOut() {
    Probe probe =
        Probe.of(
            Probe.withProbe(
                """
                Parameters: {Subnets: {Type: 'List<AWS::EC2::Subnet::Id>', Default: subnet-1}}
                Rules:
                  InVpc:
                    Assertions:
                      - Assert:
                          !EachMemberIn [!ValueOf [Subnets, VpcId], !RefAll 'AWS::EC2::VPC::Id']
                """,
                "a"));

    assertThat(probe.errors()).isEmpty();
    assertThat(probe.messages())
        .containsExactly(
            "line 5: Rules.InVpc: the rule was not checked: Fn::EachMemberIn is not evaluated");
  }

  @Test
  @Rule("cloudformation PA-8")
  void comparisonWithTheAccount_isLeftOut() {
    Probe probe =
        Probe.of(
            Probe.withProbe(
                """
                Parameters: {Vpc: {Type: 'AWS::EC2::VPC::Id', Default: vpc-1}}
                Rules:
                  Tagged:
                    Assertions:
                      - Assert: !Equals [!ValueOf [Vpc, Tags.Env], prod]
                """,
                "a"));

    assertThat(probe.errors()).isEmpty();
    assertThat(probe.messages())
        .containsExactly(
            "line 5: Rules.Tagged: the rule was not checked: a rule function is not evaluated");
  }

  @Test
  @Rule("cloudformation PA-8")
  void bootstrapRule_isIgnoredWhenItsValueIsUnknown() {
    Probe probe =
        Probe.of(
            Probe.withProbe(
                """
                Parameters:
                  BootstrapVersion:
                    Type: AWS::SSM::Parameter::Value<String>
                    Default: /cdk-bootstrap/version
                Rules:
                  CheckBootstrapVersion:
                    Assertions:
                      - Assert: !Not [!Contains [['1', '2'], !Ref BootstrapVersion]]
                """,
                "a"));

    assertThat(probe.errors()).isEmpty();
  }
}
