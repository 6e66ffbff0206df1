package io.headroom.cloudformation.stack;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import org.junit.jupiter.api.Test;

final class FunctionsTest {

  private static final String MAPPINGS =
      "Mappings: {Sizes: {us-east-1: {small: t3.micro, zones: [a, b]}}}\n";

  @Test
  @Rule("cloudformation FN-1")
  void mapping_givesTextsAndLists() {
    assertThat(
            Probe.of(Probe.withProbe(MAPPINGS, "!FindInMap [Sizes, !Ref 'AWS::Region', small]"))
                .text())
        .isEqualTo("t3.micro");
    assertThat(Probe.of(Probe.withProbe(MAPPINGS, "!FindInMap [Sizes, us-east-1, zones]")).texts())
        .containsExactly("a", "b")
        .inOrder();
  }

  @Test
  @Rule("cloudformation FN-13")
  @Rule("cloudformation 10")
  void missingMapKey_isAnErrorUnlessThereIsADefault() {
    Probe missing = Probe.of(Probe.withProbe(MAPPINGS, "!FindInMap [Sizes, us-east-1, smal]"));
    assertThat(missing.errors())
        .containsExactly(
            "line 6: Resources.P.Properties.V: Fn::FindInMap: the mapping has no key smal,"
                + " did you mean small?");

    Probe defaulted =
        Probe.of(
            Probe.withProbe(
                MAPPINGS, "!FindInMap [Sizes, eu-west-1, small, {DefaultValue: t3.nano}]"));
    assertThat(defaulted.text()).isEqualTo("t3.nano");
    assertThat(defaulted.errors()).isEmpty();
  }

  @Test
  @Rule("cloudformation FN-7")
  @Rule("cloudformation 10")
  void unknownRef_namesTheNearest() {
    Probe probe =
        Probe.of(Probe.withProbe("Parameters: {Size: {Type: String, Default: a}}\n", "!Ref Sise"));

    assertThat(probe.errors())
        .containsExactly(
            "line 6: Resources.P.Properties.V: there is no parameter or resource Sise,"
                + " did you mean Size?");
  }

  @Test
  @Rule("cloudformation FN-8")
  void getAtt_splitsAtTheFirstDot() {
    Probe probe =
        Probe.of(
            """
            Resources:
              Lb: {Type: 'AWS::ElasticLoadBalancing::LoadBalancer'}
              P:
                Type: Test::Probe
                Properties: {V: !GetAtt Lb.SourceSecurityGroup.GroupName}
            """);

    assertThat(probe.errors()).isEmpty();
    assertThat(probe.text()).isEqualTo("default_elb");
  }

  @Test
  @Rule("cloudformation FN-8")
  @Rule("cloudformation 10")
  void unknownAttribute_isAnError() {
    Probe probe =
        Probe.of(
            """
            Resources:
              Alarm: {Type: 'AWS::CloudWatch::Alarm'}
              P: {Type: Test::Probe, Properties: {V: !GetAtt Alarm.Arm}}
            """);

    assertThat(probe.errors())
        .containsExactly(
            "line 3: Resources.P.Properties.V: Alarm (AWS::CloudWatch::Alarm) has no attribute"
                + " Arm, did you mean Arn?; it has Arn");
  }

  @Test
  @Rule("cloudformation FN-8")
  void attributeName_mayBeARef() {
    Probe probe =
        Probe.of(
            """
            Parameters: {A: {Type: String, Default: CidrBlock}}
            Resources:
              Net: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}
              P: {Type: Test::Probe, Properties: {V: {'Fn::GetAtt': [Net, !Ref A]}}}
            """);

    assertThat(probe.text()).isEqualTo("10.0.0.0/16");
  }

  @Test
  @Rule("cloudformation FN-9")
  void sub_takesMapEntriesThenReferences() {
    String template =
        Probe.withProbe(
            "Parameters: {Env: {Type: String, Default: prod}}\n",
            "!Sub ['${Env}-${ Own }-${AWS::Region}-${!Literal}', {Own: x}]");

    assertThat(Probe.of(template).text()).isEqualTo("prod-x-us-east-1-${Literal}");
  }

  @Test
  @Rule("cloudformation FN-9")
  void listInSub_isJoinedWithAWarning() {
    Probe probe =
        Probe.of(
            Probe.withProbe(
                "Parameters: {Zones: {Type: CommaDelimitedList, Default: 'a, b'}}\n",
                "!Sub '${Zones}'"));

    assertThat(probe.text()).isEqualTo("a,b");
    assertThat(probe.messages().get(0)).contains("joined with commas");
    assertThat(probe.errors()).isEmpty();
  }

  @Test
  @Rule("cloudformation FN-9")
  void shellVariableInSub_isAnError() {
    assertThat(Probe.value("!Sub 'x ${A-b}'").errors().get(0))
        .endsWith("${A-b} is no name; write ${!A-b} for the text itself");
  }

  @Test
  @Rule("cloudformation FN-10")
  void join_takesAListOrAFunction() {
    assertThat(Probe.value("!Join ['-', [a, !Ref 'AWS::NoValue', b]]").text()).isEqualTo("a-b");
    assertThat(Probe.value("!Join ['', !Split [',', 'a,b']]").text()).isEqualTo("ab");
  }

  @Test
  @Rule("cloudformation FN-11")
  void split_keepsEmptyPieces() {
    assertThat(Probe.value("!Split [';', 'a;;c;']").texts())
        .containsExactly("a", "", "c", "")
        .inOrder();
  }

  @Test
  @Rule("cloudformation FN-12")
  void select_takesANumberOrAText() {
    assertThat(Probe.value("!Select [1, [a, b]]").text()).isEqualTo("b");
    assertThat(Probe.value("!Select ['0', [a, b]]").text()).isEqualTo("a");
  }

  @Test
  @Rule("cloudformation FN-12")
  @Rule("cloudformation 10")
  void selectOutOfRange_isAnError() {
    assertThat(Probe.value("!Select [2, [a, b]]").errors())
        .containsExactly(
            "line 5: Resources.P.Properties.V: Fn::Select: the list has 2 items, no index 2");
    assertThat(Probe.value("!Select [0, [~]]").errors().get(0)).contains("must not select null");
    assertThat(Probe.value("!Select [-1, [a]]").errors().get(0)).contains("whole number");
  }

  @Test
  @Rule("cloudformation FN-14")
  void getAzs_listsTheZonesOfARegion() {
    assertThat(Probe.value("!GetAZs ''").texts())
        .containsExactly("us-east-1a", "us-east-1b", "us-east-1c")
        .inOrder();
    Probe two =
        Probe.of(
            Probe.withProbe("", "!GetAZs eu-west-1"), TemplateOptions.builder().zones(2).build());
    assertThat(two.texts()).containsExactly("eu-west-1a", "eu-west-1b").inOrder();
  }

  @Test
  @Rule("cloudformation FN-15")
  void cidr_cutsABlock() {
    assertThat(Probe.value("!Cidr ['192.168.0.0/24', 6, 5]").texts())
        .containsExactly(
            "192.168.0.0/27",
            "192.168.0.32/27",
            "192.168.0.64/27",
            "192.168.0.96/27",
            "192.168.0.128/27",
            "192.168.0.160/27")
        .inOrder();
    assertThat(Probe.value("!Select [1, !Cidr ['10.0.0.0/16', 4]]").text())
        .isEqualTo("10.0.64.0/18");
    assertThat(Probe.value("!Cidr ['2001:db8::/56', 2, 64]").texts().get(1))
        .isEqualTo("2001:db8:0:1:0:0:0:0/64");
  }

  @Test
  @Rule("cloudformation FN-15")
  void cidrThatDoesNotFit_isAnError() {
    assertThat(Probe.value("!Cidr ['192.168.0.0/24', 9, 5]").errors().get(0))
        .endsWith("192.168.0.0/24 does not hold 9 blocks of 5 bits");
    assertThat(Probe.value("!Cidr ['host.example/24', 1, 5]").errors()).hasSize(1);
  }

  @Test
  @Rule("cloudformation FN-16")
  void base64_encodesItsText() {
    assertThat(Probe.value("{'Fn::Base64': !Sub 'hi ${AWS::Region}'}").text())
        .isEqualTo("aGkgdXMtZWFzdC0x");
  }

  @Test
  @Rule("cloudformation FN-17")
  void importValue_comesFromTheOptions() {
    String template = Probe.withProbe("", "!ImportValue vpc-Subnet");

    Probe given =
        Probe.of(template, TemplateOptions.builder().imported("vpc-Subnet", "subnet-1").build());
    assertThat(given.text()).isEqualTo("subnet-1");
    assertThat(given.problems()).isEmpty();
    Probe missing = Probe.of(template);
    assertThat(missing.text()).isEqualTo("import-vpc-Subnet");
    assertThat(missing.node().origin().isUnknown()).isTrue();
    assertThat(missing.messages())
        .containsExactly(
            "line 5: Resources.P.Properties.V:"
                + " the export vpc-Subnet of another stack was not given");
  }

  @Test
  @Rule("cloudformation FN-18")
  void macro_isAnError() {
    assertThat(Probe.value("{'Fn::Transform': {Name: Mine}}").errors())
        .containsExactly(
            "line 5: Resources.P.Properties.V: the macro Mine runs in the account only");
  }

  @Test
  @Rule("cloudformation FN-21")
  void dynamicReference_isLookedUpOrStays() {
    String template = Probe.withProbe("", "'x{{resolve:ssm:/size:1}}y'");

    assertThat(Probe.of(template, TemplateOptions.builder().ssm("/size", "3").build()).text())
        .isEqualTo("x3y");
    Probe opaque = Probe.value("'{{resolve:secretsmanager:db:SecretString:password}}'");
    assertThat(opaque.text()).isEqualTo("{{resolve:secretsmanager:db:SecretString:password}}");
    assertThat(opaque.node().origin().isUnknown()).isTrue();
  }

  @Test
  void unknownFunction_namesTheNearest() {
    assertThat(Probe.value("{'Fn::Joint': ['', []]}").errors())
        .containsExactly(
            "line 5: Resources.P.Properties.V: there is no function Fn::Joint here,"
                + " did you mean Fn::Join?");
  }

  @Test
  void wrongNumberOfArguments_isAnError() {
    assertThat(Probe.value("!Join [a]").errors().get(0))
        .endsWith("the function takes a list of 2 arguments, found 1");
  }

  @Test
  void functionBesideOtherKeys_isAnError() {
    assertThat(Probe.value("{Ref: P, Other: 1}").errors().get(0))
        .endsWith("Ref must stand alone, found Ref, Other");
  }
}
