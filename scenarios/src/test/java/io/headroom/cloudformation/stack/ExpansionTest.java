package io.headroom.cloudformation.stack;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExpansionTest {

  @Test
  @Rule("cloudformation FN-20")
  void forEach_writesOutResources() {
    Probe probe =
        Probe.of(
            """
            Transform: AWS::LanguageExtensions
            Parameters: {Names: {Type: CommaDelimitedList, Default: 'Red,Blue'}}
            Resources:
              'Fn::ForEach::Topics':
                - Name
                - !Ref Names
                - 'Topic${Name}':
                    Type: Test::Probe
                    Properties: {V: !Ref Name, W: !Sub 'is ${Name}'}
            """);

    assertThat(probe.problems()).isEmpty();
    assertThat(probe.stack().resources().keySet())
        .containsExactly("TopicRed", "TopicBlue")
        .inOrder();
    assertThat(probe.properties("TopicBlue").text("V")).hasValue("Blue");
    assertThat(probe.properties("TopicBlue").text("W")).hasValue("is Blue");
  }

  @Test
  @Rule("cloudformation FN-20")
  void forEach_nests() {
    Probe probe =
        Probe.of(
            """
            Transform: [AWS::LanguageExtensions]
            Resources:
              'Fn::ForEach::Outer':
                - A
                - [x, y]
                - 'Fn::ForEach::Inner':
                    - B
                    - ['1', '2']
                    - 'R${A}${B}': {Type: Test::Probe}
            """);

    assertThat(probe.stack().resources().keySet())
        .containsExactly("Rx1", "Rx2", "Ry1", "Ry2")
        .inOrder();
  }

  @Test
  @Rule("cloudformation FN-20")
  void forEachWithoutTransform_warns() {
    Probe probe =
        Probe.of("Resources: {'Fn::ForEach::L': [A, [x], {'R${A}': {Type: Test::Probe}}]}\n");

    assertThat(probe.messages())
        .containsExactly(
            "line 1: Resources.Fn::ForEach::L: the service needs Transform:"
                + " AWS::LanguageExtensions");
  }

  @Test
  @Rule("cloudformation FN-20")
  void lengthAndJson_areText() {
    assertThat(Probe.value("!Length [a, b, c]").text()).isEqualTo("3");
    assertThat(Probe.value("{'Fn::ToJsonString': {a: [1, true, 'x', !Ref 'AWS::Region']}}").text())
        .isEqualTo("{\"a\":[1,true,\"x\",\"us-east-1\"]}");
  }

  @Test
  @Rule("cloudformation FN-18")
  void include_comesFromALocalFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("more.yaml"), "V: included\n");
    String template =
        """
        Resources:
          P:
            Type: Test::Probe
            Properties:
              'Fn::Transform':
                Name: AWS::Include
                Parameters: {Location: 's3://bucket/more.yaml'}
        """;

    Probe given =
        Probe.of(
            template, TemplateOptions.builder().include("s3://bucket/more.yaml", file).build());
    assertThat(given.text()).isEqualTo("included");
    assertThat(Probe.of(template).errors())
        .containsExactly(
            "line 5: Resources.P.Properties.Fn::Transform: name a local file for the location"
                + " 's3://bucket/more.yaml'");
  }

  @Test
  @Rule("cloudformation FN-19")
  void serverlessTransform_isNoted() {
    Probe probe = Probe.of(Probe.withProbe("Transform: AWS::Serverless-2016-10-31\n", "a"));

    assertThat(probe.errors()).isEmpty();
    assertThat(probe.messages())
        .containsExactly("line 1: Transform: serverless resources are left out of the model");
  }

  @Test
  @Rule("cloudformation FN-20")
  void functionsGiveTheNameOfAReference() {
    Probe probe =
        Probe.of(
            """
            Transform: AWS::LanguageExtensions
            Resources:
              Fn::ForEach::Topics:
                - Name
                - [Blue]
                - Topic${Name}: {Type: 'AWS::SNS::Topic'}
              Fn::ForEach::Probes:
                - Id
                - [Blue]
                - P:
                    Type: Test::Probe
                    Properties: {V: !Ref {'Fn::Sub': 'Topic${Id}'}}
            """);

    assertThat(probe.errors()).isEmpty();
    assertThat(probe.text()).startsWith("arn:aws:sns:us-east-1:123456789012:sim-TopicBlue");
  }
}
