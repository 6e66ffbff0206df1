package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {
  @ParameterizedTest
  @ValueSource(strings = {"run", "import", "explain", "alarms", "metrics", "check"})
  void help_ofEachCommand_hasExamples(String command) {
    CommandRun run = CommandRun.of(command, "--help");
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("Usage: headroom " + command);
    assertThat(run.out()).contains("Examples:\n  headroom " + command);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void help_listsCommandsAndExitCodes() {
    CommandRun run = CommandRun.of("--help");
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).containsMatch("(?s)run.*import.*explain.*check");
    assertThat(run.out()).contains("Exit codes: 0 done, 1 a check failed, 2 bad input");
  }

  @Test
  void version_isOneOfHeadroom() {
    CommandRun run = CommandRun.of("--version");
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).startsWith("headroom ");
  }

  @Test
  void noCommand_isBadInput() {
    CommandRun run = CommandRun.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors().get(0)).isEqualTo("headroom: a command is missing");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void mistypedCommand_namesTheNearest() {
    CommandRun run = CommandRun.of("chekc", "x.yaml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly(
            "headroom: there is no command 'chekc', did you mean check?", "try 'headroom --help'")
        .inOrder();
  }

  @Test
  void mistypedOption_namesTheNearest() {
    CommandRun run = CommandRun.of("run", "--formt", "json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors().get(0)).contains("did you mean --format");
  }

  @Test
  void unknownFormat_isRefused() {
    CommandRun run = CommandRun.of("run", "--format", "xml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors().get(0)).contains("expected one of [TEXT, JSON]");
  }

  @Test
  void check_needsAScenario() {
    CommandRun run = CommandRun.of("check");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors().get(0)).contains("SCENARIO");
  }

  @Test
  void settingWithoutEquals_isRefused() {
    CommandRun run = CommandRun.of("check", "x.yaml", "--set", "duration");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly("--set duration: found no '='; allowed: KEY=VALUE, such as duration=1h");
  }

  @Test
  void wordsThatAreNoCommand_bringTheList() {
    assertThat(CommandRun.of("rnu").errors().get(0))
        .isEqualTo("headroom: there is no command 'rnu', did you mean run?");
    assertThat(CommandRun.of("simulate").errors().get(0))
        .startsWith(
            "headroom: there is no command 'simulate'; commands: run, import, explain, alarms,"
                + " metrics, check");
  }

  @Test
  void scenarioWithoutCommand_isToldTheCommand(@TempDir Path folder) throws IOException {
    String file = Files.createFile(folder.resolve("web.yaml")).toString();
    assertThat(CommandRun.of(file).errors().get(0))
        .isEqualTo(
            "headroom: '%s' is no command; to run a scenario: headroom run %s"
                .formatted(file, file));
  }

  @Test
  void severalWrongSettings_areSaidAtOnce() {
    CommandRun run = CommandRun.of("check", "x.yaml", "--set", "=3", "--set", "seed");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly(
            "--set =3: found no key before '='; allowed: KEY=VALUE, such as duration=1h",
            "--set seed: found no '='; allowed: KEY=VALUE, such as duration=1h")
        .inOrder();
  }

  @Test
  void emptyNames_areRefused() {
    assertThat(CommandRun.of("run", "").errors())
        .containsExactly("SCENARIO: found an empty name; allowed: a file");
    assertThat(CommandRun.of("import", "").errors())
        .containsExactly("TEMPLATE: found an empty name; allowed: a file");
    assertThat(CommandRun.of("run", "--out", "").errors())
        .containsExactly("--out : found an empty name; allowed: a directory");
  }

  @Test
  void moreThanOneScenario_isRefused() {
    CommandRun run = CommandRun.of("run", "a.yaml", "b.yaml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors().get(0))
        .isEqualTo("headroom run: Unmatched argument at index 2: 'b.yaml'");
  }
}
