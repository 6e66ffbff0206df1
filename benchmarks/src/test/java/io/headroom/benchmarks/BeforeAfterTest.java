package io.headroom.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.benchmarks.builds.FakeJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeforeAfterTest {
  @TempDir Path folder = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Object... args) {
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    return BeforeAfter.run(stream(out), stream(err), texts);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String refusal() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Two JVMs of a case that takes no time. */
  @Test
  void twoJars_giveAPageAndJson() throws IOException {
    Path before = FakeJar.withCase(folder, "before", "figures.put(\"mean\", 1.0);");
    Path after = FakeJar.withCase(folder, "after", "figures.put(\"mean\", 2.0);");
    Path json = folder.resolve("figures.json");

    int code = run(before, after, "--quick", "--control", "--json", json);

    assertThat(refusal()).doesNotContain("BeforeAfter:");
    assertThat(code).isEqualTo(0);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("- other results, one: mean: 1 → 2\n\n");
    assertThat(Files.readString(json)).contains("\"otherResults\" : [ \"mean: 1 → 2\" ]");
  }

  @Test
  void help_isPrinted() {
    assertThat(run("--help")).isEqualTo(0);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--fail-slower PERCENT");
  }

  @Test
  void badArguments_areALineEach() {
    assertThat(
            run(
                "one.jar",
                "--rounds",
                "0",
                "--only",
                "(",
                "--fail-slower",
                "a bit",
                "--fast",
                "--json",
                folder.resolve("no").resolve("file"),
                "--only"))
        .isEqualTo(2);
    assertThat(refusal()).contains("BeforeAfter: --only is no regular expression, was (\n");
    assertThat(refusal()).contains("BeforeAfter: --fail-slower must be a number, was a bit\n");
    assertThat(refusal()).contains("BeforeAfter: unknown option --fast\n");
    assertThat(refusal()).contains("BeforeAfter: --only needs a value\n");
    assertThat(refusal()).contains("needs two jars, BEFORE.jar and AFTER.jar, found 1\n");
    assertThat(refusal()).contains("--rounds must be between 1 and 1000, was 0\n");
    assertThat(refusal()).contains("--json: there is no folder ");
    assertThat(refusal()).doesNotContain("\tat ");
  }

  @Test
  void folderForJson_isRefusedBeforeAnythingRuns() {
    assertThat(run("no.jar", "no.jar", "--json", folder)).isEqualTo(2);
    assertThat(refusal()).startsWith("BeforeAfter: --json must name a file, was the folder ");
  }

  @Test
  void missingJar_isOneLine() {
    assertThat(run("no.jar", "no.jar")).isEqualTo(2);
    assertThat(refusal()).isEqualTo("BeforeAfter: no.jar: no such file\n");
  }

  @Test
  void jarWithoutEntry_isOneLine() throws IOException {
    Path jar = FakeJar.empty(folder);

    assertThat(run(jar, jar)).isEqualTo(2);
    assertThat(refusal()).contains("empty.jar: has no class io.headroom.benchmarks.Cases");
    assertThat(refusal().lines().count()).isEqualTo(1);
  }

  @Test
  void noCaseThatMatches_namesThoseThereAre() throws IOException {
    Path jar = FakeJar.withCase(folder, "jar", "");

    assertThat(run(jar, jar, "--only", "two")).isEqualTo(2);
    assertThat(refusal()).contains("no case of both builds matches two; ");
    assertThat(refusal()).contains("jar.jar has: one\n");
  }

  @Test
  void tooFewRoundsToFail_areRefused() throws IOException {
    Path jar = FakeJar.withCase(folder, "jar", "");

    assertThat(run(jar, jar, "--fail-slower", "5", "--rounds", "5")).isEqualTo(2);
    assertThat(refusal())
        .isEqualTo("BeforeAfter: --fail-slower needs at least 6 rounds to judge 1 case, not 5\n");
  }
}
