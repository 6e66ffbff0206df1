package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {
  @TempDir Path temporary = Path.of("");
  private InputFolder folder;
  private String template = "";

  @BeforeEach
  void writeInput() {
    folder = new InputFolder(temporary);
    template = folder.path("web.yaml").toString();
  }

  /** Imports the template into a scenario beside it. */
  private CommandRun imported(String... options) {
    List<String> all = new ArrayList<>(List.of("import", template, "--to"));
    all.add(folder.path("web-scenario.yaml").toString());
    all.addAll(List.of(options));
    return CommandRun.of(all.toArray(String[]::new));
  }

  @Test
  void report_saysWhatWasUnderstood() {
    CommandRun run = imported();
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("Resources in the model: ");
    assertThat(run.out()).contains("line 27: Group.MinSize");
    assertThat(folder.withoutFolder(run.out()))
        .endsWith("Wrote web-scenario.yaml; edit it, then: headroom run web-scenario.yaml\n");
  }

  @Test
  void writtenScenario_runsAsItIs() {
    imported();
    CommandRun run =
        CommandRun.of("check", folder.path("web-scenario.yaml").toString(), "--set", "duration=1h");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
  }

  @Test
  void givenParameter_standsInTheScenario() throws IOException {
    imported("-p", "InstanceType=m5.xlarge");
    assertThat(Files.readString(folder.path("web-scenario.yaml")))
        .contains("parameters:\n  InstanceType: m5.xlarge\n");
  }

  @Test
  void wrongParameter_isAProblemOfTheOption() {
    CommandRun run = imported("-p", "InstanceType=t2.nano");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "-p InstanceType=t2.nano: Parameters.InstanceType: 't2.nano' is not allowed; allowed:"
                + " m5.large, m5.xlarge\n");
    assertThat(folder.files()).containsExactly("scenario.yaml", "web.yaml");
  }

  @Test
  void existingScenario_isKeptUnlessForced() throws IOException {
    folder.write("web-scenario.yaml", "mine");
    CommandRun refused = imported();
    assertThat(refused.code()).isEqualTo(2);
    assertThat(folder.withoutFolder(refused.err()))
        .isEqualTo(
            "web-scenario.yaml: exists already; --force replaces it, --to FILE writes another\n");
    assertThat(Files.readString(folder.path("web-scenario.yaml"))).isEqualTo("mine");
    assertThat(imported("--force").code()).isEqualTo(0);
    assertThat(Files.readString(folder.path("web-scenario.yaml"))).contains("template: web.yaml");
  }

  @Test
  void otherFolder_namesTheTemplateFromThere() throws IOException {
    Files.createDirectory(folder.path("scenarios"));
    String out = folder.path("scenarios/first.yaml").toString();
    assertThat(CommandRun.of("import", template, "--to", out).code()).isEqualTo(0);
    assertThat(Files.readString(folder.path("scenarios/first.yaml")))
        .contains("template: \"../web.yaml\"");
    assertThat(CommandRun.of("check", out, "--set", "duration=10m").code()).isEqualTo(0);
  }

  @Test
  void missingFolder_isSaidAndNothingIsWritten() {
    String out = folder.path("none/first.yaml").toString();
    CommandRun run = CommandRun.of("import", template, "--to", out);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("first.yaml: cannot be written: there is no such folder\n");
    assertThat(folder.files()).containsExactly("scenario.yaml", "web.yaml");
  }

  @Test
  void badTemplate_isSaidAndNothingIsWritten() {
    folder.write("web.yaml", "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n");
    CommandRun run = imported();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(folder.withoutFolder(run.err()))
        .isEqualTo("web.yaml: Resources: the template has no Auto Scaling group to simulate\n");
    assertThat(folder.files()).containsExactly("scenario.yaml", "web.yaml");
  }

  @Test
  void missingTemplate_isSaid() {
    CommandRun run = CommandRun.of("import", "no-such-template.yaml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).containsExactly("no-such-template.yaml: there is no such file");
  }

  @Test
  void scenarioInPlaceOfATemplate_isSentToRun() {
    CommandRun run = CommandRun.of("import", folder.path("scenario.yaml").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(folder.withoutFolder(run.err()))
        .isEqualTo("scenario.yaml: this is a scenario; run it with 'headroom run scenario.yaml'\n");
  }

  @Test
  void parametersWithoutValue_areSaidAtOnce() {
    CommandRun run = imported("-p", "InstanceType", "-p", "=x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly(
            "-p InstanceType: found no '='; allowed: KEY=VALUE, such as InstanceType=c5.large",
            "-p =x: found no key before '='; allowed: KEY=VALUE, such as InstanceType=c5.large")
        .inOrder();
  }

  @Test
  void parametersThatTheTemplateLacks_areSaidAtOnce() {
    CommandRun run = imported("-p", "Size=3", "-p", "InstanceTyp=m5.large");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly(
            "-p Size=3: Parameters.Size: the template has no such parameter",
            "-p InstanceTyp=m5.large: Parameters.InstanceTyp: the template has no such parameter,"
                + " did you mean InstanceType?")
        .inOrder();
  }

  @Test
  void typeWithoutPrice_getsOneToEdit() throws IOException {
    folder.templateWith("InstanceType: !Ref InstanceType", "InstanceType: m99.large");
    assertThat(imported().code()).isEqualTo(0);
    String scenario = folder.path("web-scenario.yaml").toString();
    assertThat(Files.readString(Path.of(scenario))).contains("# No price is known for these.");
    assertThat(Files.readString(Path.of(scenario))).contains("prices:\n  m99.large: 0.096\n");
    assertThat(CommandRun.of("check", scenario, "--set", "duration=10m").err()).isEmpty();
  }

  @Test
  void warnings_standBehindTheErrorsThatTheyMayExplain() {
    folder.templateWith("InstanceType: !Ref InstanceType", "InstanceTyp: !Ref InstanceType");
    CommandRun run = imported();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors().stream().map(folder::withoutFolder))
        .containsExactly(
            "web.yaml:16: Resources.Launch.Properties.InstanceType: is needed: nothing says what"
                + " instances to launch",
            "warning: web.yaml:20: Resources.Launch.Properties.InstanceTyp:"
                + " AWS::AutoScaling::LaunchConfiguration has no such property, did you mean"
                + " InstanceType?")
        .inOrder();
  }

  @Test
  void run_doesNotRepeatTheNotesOfTheImport() {
    folder.templateWith("Parameters:\n", "Parameters:\n  Vpc: { Type: 'AWS::EC2::VPC::Id' }\n");
    assertThat(imported().out()).contains("Notes (1)\n  line 2: Parameters.Vpc: ");
    assertThat(CommandRun.of("check", folder.path("scenario.yaml").toString()).err()).isEmpty();
  }
}
