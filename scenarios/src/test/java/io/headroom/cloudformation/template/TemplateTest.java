package io.headroom.cloudformation.template;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateTest {

  private static final String RESOURCES = "Resources: { R: { Type: AWS::SNS::Topic } }\n";

  private static List<String> problems(String text) {
    return Template.parse("t", text).problems().stream().map(Problem::toString).toList();
  }

  private static TemplateNode at(Template template, String... keys) {
    TemplateNode node = template.root();
    for (String key : keys) {
      node = ((MapNode) node).get(key).orElseThrow();
    }
    return node;
  }

  @Test
  @Rule("cloudformation TX-1")
  void json_isToldByContent() {
    Template template =
        Template.parse("t", "{\n \"Resources\": {\n  \"R\": {\"Type\": \"AWS::SNS::Topic\"}}}");

    assertThat(template.problems()).isEmpty();
    assertThat(at(template, "Resources", "R", "Type").line()).isEqualTo(3);
  }

  @Test
  @Rule("cloudformation TX-1")
  void yamlInBraces_isReadAsYaml() {
    Template template = Template.parse("t", "{Resources: {R: {Type: !Sub 'x'}}}");

    assertThat(template.problems()).isEmpty();
    assertThat(at(template, "Resources", "R", "Type", "Fn::Sub")).isInstanceOf(ScalarNode.class);
  }

  @Test
  @Rule("cloudformation TX-1")
  void tabsInJson_areAccepted() {
    assertThat(problems("{\n\t\"Resources\": {\"R\": {\"Type\":\"A::B::C\"}}\n}")).isEmpty();
  }

  @Test
  void brokenJson_isReportedWithLineAndColumn() {
    assertThat(problems("{\"Resources\": {\n  \"R\": {\"Type\" \"x\"}\n}}").get(0))
        .startsWith("line 2: no JSON at column 16: Unexpected character ('\"'");
  }

  @Test
  void brokenYaml_isReportedWithLineAndColumn() {
    assertThat(problems("Resources:\n  R:\n    Type: [a\n").get(0))
        .startsWith("line 4: no YAML at column 1");
  }

  @Test
  void emptyText_isReported() {
    assertThat(problems("  \n")).containsExactly("the file is empty");
    assertThat(problems("# nothing\n")).containsExactly("the file is empty");
  }

  @Test
  void listAsTemplate_isRefused() {
    assertThat(problems("- a\n"))
        .containsExactly("line 1: a template is a map of sections, found a list");
  }

  @Test
  void missingFileAndDirectory_areReported(@TempDir Path folder) {
    assertThat(Template.read(folder.resolve("absent.yaml")).problems().get(0).message())
        .isEqualTo("there is no such file");
    assertThat(Template.read(folder).problems().get(0).message())
        .isEqualTo("this is a directory, expected a file");
  }

  @Test
  void textThatIsNotUtf8_isReported(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("latin1.yaml"), new byte[] {'a', (byte) 0xe9, '\n'});

    assertThat(Template.read(file).problems().get(0).message())
        .isEqualTo("the file is not encoded in UTF-8");
  }

  @Test
  @Rule("cloudformation TX-2")
  void alias_isACopyWithAWarning() {
    Template template = Template.parse("t", "Metadata:\n  A: &a {B: 1}\n  C: *a\n" + RESOURCES);

    assertThat(template.problems().get(0).toString())
        .isEqualTo("line 3: Metadata.C: the service reads no YAML aliases; taken as a copy");
    assertThat(at(template, "Metadata", "C", "B")).isEqualTo(at(template, "Metadata", "A", "B"));
  }

  @Test
  @Rule("cloudformation TX-2")
  void merge_isDoneWithAWarning() {
    Template template =
        Template.parse("t", "Metadata:\n  A: &a {B: 1, C: 2}\n  D: {<<: *a, C: 3}\n" + RESOURCES);

    assertThat(template.problems()).hasSize(2);
    assertThat(((ScalarNode) at(template, "Metadata", "D", "B")).text()).isEqualTo("1");
    assertThat(((ScalarNode) at(template, "Metadata", "D", "C")).text()).isEqualTo("3");
  }

  @Test
  @Rule("cloudformation TX-2")
  void aliasOfItself_isRefused() {
    assertThat(problems("Metadata: &a\n  B: *a\n" + RESOURCES).get(0))
        .isEqualTo("line 2: Metadata.B: the value holds an alias of itself");
  }

  @Test
  @Rule("cloudformation TX-2")
  void tagsOfYaml_areRefused() {
    for (String tag : List.of("binary", "timestamp", "set")) {
      String value = tag.equals("set") ? "{a, b}" : "'2010-09-09'";
      assertThat(problems("Metadata: {A: !!" + tag + " " + value + "}\n" + RESOURCES))
          .containsExactly("line 1: Metadata.A: CloudFormation does not support the tag !!" + tag);
    }
  }

  @Test
  @Rule("cloudformation TX-3")
  void scalars_keepTheirSourceText() {
    Template template =
        Template.parse(
            "t",
            """
            AWSTemplateFormatVersion: 2010-09-09
            Metadata: {Yes: yes, Octal: 0755, Time: 1:30, Power: 1e3, Quoted: "0755"}
            Resources: {R: {Type: A::B::C}}
            """);

    assertThat(template.problems()).isEmpty();
    ScalarNode yes = (ScalarNode) at(template, "Metadata", "Yes");
    assertThat(yes.text()).isEqualTo("yes");
    assertThat(yes.canonicalText()).isEqualTo("true");
    assertThat(((ScalarNode) at(template, "Metadata", "Power")).text()).isEqualTo("1e3");
    assertThat(number(template, "Octal")).isEqualTo(493);
    assertThat(number(template, "Quoted")).isEqualTo(755);
    assertThat(number(template, "Time")).isEqualTo(90);
  }

  private static int number(Template template, String key) {
    return ((ScalarNode) at(template, "Metadata", key)).number().orElseThrow().intValue();
  }

  @Test
  @Rule("cloudformation TX-4")
  void quotedNumbersAndBooleans_countAsSuch() {
    assertThat(ScalarNode.of("3", 1).number().orElseThrow().intValue()).isEqualTo(3);
    assertThat(ScalarNode.of("true", 1).truth()).hasValue(true);
    assertThat(ScalarNode.of("three", 1).number()).isEmpty();
  }

  @Test
  @Rule("cloudformation TX-5")
  void unknownSection_namesTheNearest() {
    assertThat(problems("Resource: {}\n" + RESOURCES))
        .containsExactly(
            "line 1: Resource: a template has no section of this name,"
                + " did you mean Resources?");
  }

  @Test
  @Rule("cloudformation TX-5")
  void outline_isChecked() {
    assertThat(problems("Metadata: {}"))
        .containsExactly("line 1: a template needs the section Resources");
    assertThat(problems("Resources: {}"))
        .containsExactly("line 1: Resources: a template needs at least one resource");
    assertThat(problems("AWSTemplateFormatVersion: '2011-01-01'\n" + RESOURCES))
        .containsExactly("line 1: AWSTemplateFormatVersion: must be 2010-09-09");
    assertThat(problems("Conditions: [a]\n" + RESOURCES))
        .containsExactly("line 1: Conditions: must be a map, found a list");
  }

  @Test
  @Rule("cloudformation TX-6")
  void quotas_warn() {
    StringBuilder text = new StringBuilder("Resources:\n");
    for (int i = 0; i <= 500; i++) {
      text.append("  R").append(i).append(": {Type: A::B::C}\n");
    }

    Template template = Template.parse("t", text.toString());

    assertThat(template.problems().get(0).isError()).isFalse();
    assertThat(template.problems().get(0).message())
        .isEqualTo("has 501 entries, the service takes 500");
  }

  @Test
  @Rule("cloudformation TX-7")
  void logicalIds_areAlphanumeric() {
    assertThat(problems("Resources:\n  Web-Group: {Type: A::B::C}\n"))
        .containsExactly("line 2: Resources.Web-Group: a logical id has letters and digits only");
  }

  @Test
  @Rule("cloudformation TX-8")
  void duplicateKey_lastWins() {
    for (String text :
        List.of(
            "Resources: {R: {Type: A::B::C}}\nMetadata: {A: 1,\n  A: 2}\n",
            "{\"Resources\": {\"R\": {\"Type\": \"A::B::C\"}}, \"Metadata\": {\"A\": 1,\n"
                + "\"A\": 2}}")) {
      Template template = Template.parse("t", text);

      assertThat(((ScalarNode) at(template, "Metadata", "A")).text()).isEqualTo("2");
      assertThat(template.duplicates()).hasSize(1);
      assertThat(template.duplicates().get(0).path()).isEqualTo("Metadata.A");
    }
  }

  @Test
  @Rule("cloudformation 1.short")
  void shortForms_areLongForms() {
    Template template =
        Template.parse("t", "Metadata: [!Ref a, !GetAtt a.b, !Condition c]\n" + RESOURCES);

    List<TemplateNode> items = ((ListNode) at(template, "Metadata")).items();
    assertThat(keys(items.get(0))).containsExactly("Ref");
    assertThat(keys(items.get(1))).containsExactly("Fn::GetAtt");
    assertThat(keys(items.get(2))).containsExactly("Condition");
  }

  @Test
  @Rule("cloudformation 1.short")
  void twoShortForms_mayNotFollowEachOther() {
    assertThat(problems("Metadata: {A: !Base64 !Sub x}\n" + RESOURCES).get(0))
        .startsWith("line 1: no YAML at column");
    assertThat(problems("Metadata: {A: {'Fn::Base64': !Sub x}}\n" + RESOURCES)).isEmpty();
  }

  private static Iterable<String> keys(TemplateNode node) {
    return ((MapNode) node).entries().keySet();
  }
}
