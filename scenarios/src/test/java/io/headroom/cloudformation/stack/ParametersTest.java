package io.headroom.cloudformation.stack;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import io.headroom.testing.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParametersTest {

  private static Probe parameter(String declaration, String... values) {
    TemplateOptions.Builder options = TemplateOptions.builder();
    for (String value : values) {
      options.parameter("A", value);
    }
    return Probe.of(
        Probe.withProbe("Parameters:\n  A: " + declaration + "\n", "!Ref A"), options.build());
  }

  @Test
  @Rule("cloudformation PA-1")
  void number_becomesItsText() {
    assertThat(parameter("{Type: Number, Default: 3.50}").text()).isEqualTo("3.50");
    assertThat(parameter("{Type: Number}", "x").errors().get(0)).endsWith("'x' must be a number");
  }

  @Test
  @Rule("cloudformation PA-1")
  void lists_areSplitAndTrimmed() {
    assertThat(parameter("{Type: CommaDelimitedList, Default: 'a, b ,c'}").texts())
        .containsExactly("a", "b", "c")
        .inOrder();
    assertThat(parameter("{Type: 'List<Number>'}", "1,2").texts()).containsExactly("1", "2");
    assertThat(parameter("{Type: CommaDelimitedList, Default: ''}").texts()).isEmpty();
  }

  @Test
  @Rule("cloudformation PA-2")
  void awsTypes_areTextsAndLists() {
    assertThat(parameter("{Type: 'AWS::EC2::VPC::Id'}", "vpc-1").text()).isEqualTo("vpc-1");
    assertThat(parameter("{Type: 'List<AWS::EC2::Subnet::Id>'}", "s-1,s-2").texts()).hasSize(2);
    assertThat(parameter("{Type: 'AWS::EC2::Moon::Id'}", "x").errors().get(0))
        .endsWith("there is no parameter type AWS::EC2::Moon::Id; taken as String");
  }

  @Test
  @Rule("cloudformation PA-3")
  void ssmParameter_isLookedUp() {
    String template =
        Probe.withProbe(
            "Parameters:\n  A: {Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: /k}\n",
            "!Ref A");

    assertThat(Probe.of(template, TemplateOptions.builder().ssm("/k", "x,y").build()).texts())
        .containsExactly("x", "y");
  }

  @Test
  @Rule("cloudformation PA-3")
  void ssmParameterThatIsUnknown_isAPlaceholder() {
    Probe image =
        parameter("{Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /ami}");
    assertThat(image.text()).startsWith("ami-ssm-");
    Probe text = parameter("{Type: 'AWS::SSM::Parameter::Value<String>', Default: /size}");
    assertThat(text.text()).isEqualTo("/size");
    assertThat(text.node().origin().isUnknown()).isTrue();
    assertThat(text.messages().get(0)).contains("the key stands for it");
  }

  @Test
  @Rule("cloudformation PA-5")
  void constraintsOfSsmTypes_holdForTheKey() {
    Probe probe =
        Probe.of(
            Probe.withProbe(
                "Parameters:\n  A: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /k,"
                    + " AllowedPattern: '/.*'}\n",
                "!Ref A"),
            TemplateOptions.builder().ssm("/k", "no slash").build());

    assertThat(probe.errors()).isEmpty();
    assertThat(probe.text()).isEqualTo("no slash");
  }

  @Test
  @Rule("cloudformation PA-4")
  @Rule("cloudformation 10")
  void allowedValues_areListed() {
    assertThat(parameter("{Type: String, AllowedValues: [a, b], Default: c}").errors())
        .containsExactly("line 2: Parameters.A: 'c' is not allowed; allowed: a, b");
  }

  @Test
  @Rule("cloudformation PA-4")
  void pattern_mustMatchTheWholeValue() {
    assertThat(parameter("{Type: String, AllowedPattern: '[a-z]+'}", "abc").errors()).isEmpty();
    assertThat(parameter("{Type: String, AllowedPattern: '[a-z]+'}", "abc1").errors())
        .containsExactly("line 2: Parameters.A: 'abc1' must match [a-z]+");
  }

  @Test
  @Rule("cloudformation PA-4")
  void lengthsAndRanges_areChecked() {
    assertThat(parameter("{Type: String, MinLength: 3}", "ab").errors().get(0))
        .endsWith("at least 3 characters");
    assertThat(parameter("{Type: String, MaxLength: '3'}", "abcd").errors().get(0))
        .endsWith("at most 3 characters");
    assertThat(parameter("{Type: Number, MinValue: 2}", "1").errors().get(0))
        .endsWith("'1' must be at least 2");
    assertThat(parameter("{Type: 'List<Number>', MaxValue: 5}", "1,9").errors().get(0))
        .endsWith("'9' must be at most 5");
  }

  @Test
  @Rule("cloudformation PA-4")
  void secretValue_isNotRepeated() {
    assertThat(
            parameter(
                    "{Type: String, NoEcho: true, AllowedPattern: 'a', "
                        + "ConstraintDescription: one letter}",
                    "hunter2")
                .errors())
        .containsExactly("line 2: Parameters.A: the value must match a (one letter)");
  }

  @Test
  @Rule("cloudformation PA-6")
  void missingValue_isSynthesisedByType() {
    assertThat(parameter("{Type: 'AWS::EC2::VPC::Id'}").text()).matches("vpc-[0-9a-f]{17}");
    assertThat(parameter("{Type: 'AWS::EC2::KeyPair::KeyName'}").text()).isEqualTo("key");
    assertThat(parameter("{Type: 'List<AWS::EC2::AvailabilityZone::Name>'}").texts())
        .containsExactly("us-east-1a", "us-east-1b", "us-east-1c")
        .inOrder();
    assertThat(parameter("{Type: 'List<AWS::EC2::Subnet::Id>'}").texts()).hasSize(3);
    assertThat(parameter("{Type: String, AllowedValues: [x, y]}").text()).isEqualTo("x");
  }

  @Test
  @Rule("cloudformation PA-6")
  void missingTextOrNumber_isUnknown() {
    TemplateNode text = parameter("{Type: String}").node();
    assertThat(text.origin().isUnknown()).isTrue();
    assertThat(text.origin().reason()).isEqualTo("parameter A has no value and no default");
    assertThat(parameter("{Type: Number, MinValue: 2}").text()).isEqualTo("2");
  }

  @Test
  @Rule("cloudformation PA-6")
  void missingZones_followEachOther() {
    Probe probe =
        Probe.of(
            Probe.withProbe(
                """
                Parameters:
                  A: {Type: 'AWS::EC2::AvailabilityZone::Name'}
                  B: {Type: 'AWS::EC2::AvailabilityZone::Name'}
                """,
                "[!Ref A, !Ref B]"));

    assertThat(probe.texts()).containsExactly("us-east-1a", "us-east-1b").inOrder();
  }

  @Test
  @Rule("cloudformation PA-7")
  void commandLine_winsOverFilesWinsOverDefault(@TempDir Path folder) throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.json"),
            "[{\"ParameterKey\": \"A\", \"ParameterValue\": \"file\"},"
                + " {\"ParameterKey\": \"B\", \"ParameterValue\": \"file\"}]");
    Path plain = Files.writeString(folder.resolve("plain.yaml"), "B: later\nD: [x, y]\n");
    String declared = "{Type: String, Default: default}\n";
    String template =
        Probe.withProbe(
            "Parameters:\n  A: "
                + declared
                + "  B: "
                + declared
                + "  C: "
                + declared
                + "  D: {Type: CommaDelimitedList}\n",
            "[!Ref A, !Ref B, !Ref C, !Select [1, !Ref D]]");

    Probe probe =
        Probe.of(
            template,
            TemplateOptions.builder()
                .parameterFile(list)
                .parameterFile(plain)
                .parameter("A", "line")
                .build());

    assertThat(probe.errors()).isEmpty();
    assertThat(probe.texts()).containsExactly("line", "later", "default", "y").inOrder();
  }

  @Test
  @Rule("cloudformation PA-7")
  void parameterThatTheTemplateLacks_isAnError() {
    Probe probe =
        Probe.of(
            Probe.withProbe("Parameters: {Size: {Type: String, Default: a}}\n", "a"),
            TemplateOptions.builder().parameter("Sise", "b").build());

    assertThat(probe.errors())
        .containsExactly("Parameters.Sise: the template has no such parameter, did you mean Size?");
  }

  @Test
  void brokenParameterFile_isReportedByName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "[{\"ParameterValue\": \"x\"}]");

    Probe probe =
        Probe.of(Probe.withProbe("", "a"), TemplateOptions.builder().parameterFile(file).build());

    assertThat(probe.errors().get(0))
        .endsWith("p.json: expected a map with ParameterKey and ParameterValue");
  }

  @Test
  @Rule("cloudformation 2.pseudo")
  void pseudoParameters_haveDefaults() {
    assertThat(
            Probe.value(
                    "!Sub '${AWS::AccountId} ${AWS::Region} ${AWS::Partition} ${AWS::URLSuffix}"
                        + " ${AWS::StackName}'")
                .text())
        .isEqualTo("123456789012 us-east-1 aws amazonaws.com sim");
    assertThat(((ListNode) Probe.value("!Ref 'AWS::NotificationARNs'").node()).items()).isEmpty();
    assertThat(Probe.value("!Ref 'AWS::StackId'").text())
        .matches("arn:aws:cloudformation:us-east-1:123456789012:stack/sim/[0-9a-f-]{36}");
  }

  @Test
  @Rule("cloudformation 2.pseudo")
  void partition_followsTheRegion() {
    Probe china =
        Probe.of(
            Probe.withProbe("", "!Sub '${AWS::Partition} ${AWS::URLSuffix}'"),
            TemplateOptions.builder().region("cn-north-1").build());

    assertThat(china.text()).isEqualTo("aws-cn amazonaws.com.cn");
  }

  @Test
  void defaultThatIsAList_isAnError() {
    Probe probe = parameter("{Type: CommaDelimitedList, Default: [a]}");

    assertThat(probe.errors())
        .containsExactly("line 2: Parameters.A: Default must be a text, found a list");
    assertThat(((ListNode) probe.node()).items().get(0)).isInstanceOf(ScalarNode.class);
  }
}
