package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a scenario file is one clear line for each problem, and exit code 2. */
final class BadScenarioTest {
  @TempDir Path temporary = Path.of("");
  private InputFolder folder;

  @BeforeEach
  void writeInput() {
    folder = new InputFolder(temporary);
  }

  @Test
  void missingFile_isSaid() {
    CommandRun run = CommandRun.of("run", "no-such-scenario.yaml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).containsExactly("no-such-scenario.yaml: there is no such file");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void directory_isNoScenario() {
    CommandRun run = CommandRun.of("run", temporary.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).containsExactly(temporary + ": this is a directory, expected a file");
  }

  @Test
  void emptyFile_isSaid() {
    folder.write("scenario.yaml", " \n");
    assertThat(folder.refusal()).containsExactly("scenario.yaml: the file is empty");
  }

  @Test
  void commentsOnly_areAnEmptyFile() {
    folder.write("scenario.yaml", "# nothing yet\n");
    assertThat(folder.refusal()).containsExactly("scenario.yaml: the file is empty");
  }

  @Test
  void binaryFile_isSaid() throws IOException {
    Files.write(folder.path("scenario.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThat(folder.refusal()).containsExactly("scenario.yaml: the file is not encoded in UTF-8");
  }

  @Test
  void yamlSyntaxError_hasItsLine() {
    folder.scenarioWith("slo:\n", "slo: {latency: [\n");
    assertThat(folder.refusal()).hasSize(1);
    assertThat(folder.refusal().get(0)).startsWith("scenario.yaml:1");
  }

  @Test
  void list_isNoScenario() {
    folder.write("scenario.yaml", "- name: x\n");
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:1: found a list; allowed: a map with the parts of a scenario");
  }

  @Test
  void unknownKey_namesTheNearest() {
    folder.scenarioWith("duration: 20m", "duratoin: 20m");
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:3: duratoin: unknown key; did you mean duration?",
            "scenario.yaml:1: duration: is missing; allowed: a duration above zero with a unit,"
                + " such as 500ms, 90s, 5m, 24h, 7d or PT5M");
  }

  @Test
  void keyTwice_isRefused() {
    folder.scenarioWith("seed: 3", "seed: 3\nseed: 4");
    assertThat(folder.refusal())
        .containsExactly("scenario.yaml:5: seed: stands here for the second time");
  }

  @Test
  void durationWithoutUnit_isRefused() {
    folder.scenarioWith("duration: 20m", "duration: 20");
    assertThat(folder.refusal().get(0))
        .startsWith("scenario.yaml:3: duration: found '20'; allowed: a duration");
  }

  @Test
  void negativeDuration_isRefused() {
    folder.scenarioWith("duration: 20m", "duration: -20m");
    assertThat(folder.refusal().get(0))
        .startsWith("scenario.yaml:3: duration: found '-20m'; allowed: a duration above zero");
  }

  @Test
  void rateInWrongUnit_isRefused() {
    folder.scenarioWith("20/s", "20/week");
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:6: workloads[0].poisson.rate: found '20/week'; allowed: a rate of at"
                + " least 0, such as 120/s, 7200/min or 120 (per second)");
  }

  @Test
  void shareAboveAll_isRefused() {
    folder.scenarioWith("errors: 1%", "errors: 101%");
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:12: slo.errors: found '101%'; allowed: a share such as 0.1%, from 0% to"
                + " 100%");
  }

  @Test
  void unknownWorkload_namesTheNearest() {
    folder.scenarioWith("poisson", "poison");
    assertThat(folder.refusal().get(0))
        .startsWith(
            "scenario.yaml:6: workloads[0].poison: is not a workload, did you mean poisson?");
  }

  @Test
  void missingWorkloads_areSaid() {
    folder.write("scenario.yaml", "template: web.yaml\nduration: 1h\n");
    assertThat(folder.refusal().get(0)).startsWith("scenario.yaml:1: workloads: is missing");
  }

  @Test
  void unknownSetting_namesTheNearest() {
    assertThat(folder.refusal("--set", "duratoin=1h"))
        .containsExactly(
            "--set duratoin=1h: duratoin: is not the path to a value, did you mean duration?");
  }

  @Test
  void wrongSetting_namesTheOption() {
    assertThat(folder.refusal("--set", "workloads.0.requests.timeout=soon", "--seed", "x"))
        .containsExactly(
            "--set workloads.0.requests.timeout=soon: workloads[0].requests.timeout: found 'soon';"
                + " allowed: a duration above zero with a unit, such as 500ms, 90s, 5m, 24h, 7d or"
                + " PT5M",
            "--seed x: seed: found 'x'; allowed: a whole number");
  }

  @Test
  void unknownKeyInSetting_namesTheNearest() {
    assertThat(folder.refusal("--set", "slo.latancy.p99=1s"))
        .containsExactly(
            "--set slo.latancy.p99=1s: slo.latancy: unknown key; did you mean latency?");
  }

  @Test
  void allProblems_areSaidAtOnce() {
    folder.write(
        "scenario.yaml",
        """
        template: none.yaml
        duration: soon
        workloads:
          - poisson: { rate: -1/s }
        slo: { errors: x }
        assumptions: { timings: { reconcileDelay: 5 } }
        colour: red
        """);
    assertThat(folder.refusal().stream().map(line -> line.replaceAll("(:.*?:.*?):.*", "$1")))
        .containsExactly(
            "scenario.yaml:1: template",
            "scenario.yaml:2: duration",
            "scenario.yaml:4: workloads[0].poisson.rate",
            "scenario.yaml:5: slo.errors",
            "scenario.yaml:6: assumptions.timings.reconcileDelay",
            "scenario.yaml:7: colour");
  }

  @Test
  void refusal_leavesNothingBehind() {
    folder.scenarioWith("duration: 20m", "duration: 0s");
    String out = folder.path("results").toString();
    CommandRun run = CommandRun.of("run", folder.path("scenario.yaml").toString(), "--out", out);
    assertThat(run.code()).isEqualTo(2);
    assertThat(folder.files()).containsExactly("scenario.yaml", "web.yaml");
  }

  @Test
  void keyTwice_doesNotHideTheRest() {
    folder.scenarioWith("seed: 3", "seed: 3\nseed: x\ncolour: red");
    assertThat(folder.refusal().get(0))
        .isEqualTo("scenario.yaml:5: seed: stands here for the second time");
    assertThat(folder.refusal().toString()).contains("scenario.yaml:6: colour: unknown key");
  }

  @Test
  void tabs_areSaidWithTheirLine() {
    folder.scenarioWith("seed: 3", "\tseed: 3");
    assertThat(folder.refusal()).hasSize(1);
    assertThat(folder.refusal().get(0)).startsWith("scenario.yaml:4: ");
    assertThat(folder.refusal().get(0)).contains("Do not use \\t(TAB) for indentation");
  }

  @Test
  void scenarioFromAWindowsEditor_isRead() {
    folder.write("scenario.yaml", "\ufeff" + InputFolder.SCENARIO.replace("\n", "\r\n"));
    CommandRun run = CommandRun.of("check", folder.path("scenario.yaml").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
  }

  @Test
  void settingOfAnEntryThatIsNotThere_isRefused() {
    assertThat(folder.refusal("--set", "workloads.3.poisson.rate=1/s"))
        .containsExactly(
            "--set workloads.3.poisson.rate=1/s: workloads.3.poisson.rate: leads to no value;"
                + " allowed: the path to a value");
  }

  @Test
  void seedThatIsNoWholeNumber_isRefused() {
    assertThat(folder.refusal("--seed", "1.5"))
        .containsExactly("--seed 1.5: seed: found '1.5'; allowed: a whole number");
    assertThat(folder.refusal("--seed", "99999999999999999999")).hasSize(1);
  }

  @Test
  void negativeSeed_isASeedLikeAnyOther() {
    CommandRun run = CommandRun.of("run", folder.path("scenario.yaml").toString(), "--seed", "-5");
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("seed -5");
  }

  @Test
  void faultAfterTheEnd_isANote() {
    folder.scenarioWith("seed: 3", "faults: [ { at: 30m, zone: us-east-1a, for: 1m } ]");
    CommandRun run = CommandRun.of("check", folder.path("scenario.yaml").toString());
    assertThat(run.code()).isEqualTo(0);
    assertThat(folder.withoutFolder(run.err()))
        .isEqualTo("note: scenario.yaml:4: faults[0].at: the run ends before this fault\n");
  }

  @Test
  void out_belowAFile_isRefusedBeforeTheRun() {
    String out = folder.path("web.yaml/results").toString();
    CommandRun run = CommandRun.of("run", folder.path("scenario.yaml").toString(), "--out", out);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(folder.withoutFolder(run.err()))
        .isEqualTo("--out web.yaml/results: found a file web.yaml; allowed: a directory\n");
  }
}
