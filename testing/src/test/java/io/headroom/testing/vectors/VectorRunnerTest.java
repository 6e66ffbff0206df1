package io.headroom.testing.vectors;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class VectorRunnerTest {
  private static final KindCatalogue CATALOGUE =
      KindCatalogue.parse("s/1\teven\tcore\ns/1\tother\tpolicies\ns/1\tlate\tcore\tlater\n");

  private final Path folder;
  private final List<String> printed = new ArrayList<>();
  private final List<String> results = new ArrayList<>();

  VectorRunnerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static final class Even implements VectorKinds {
    @Override
    public String schema() {
      return "s/1";
    }

    @Override
    public Map<String, VectorCheck> checks() {
      return Map.of("even", Even::check);
    }

    private static void check(JsonNode vector) {
      if (vector.get("n").asInt() % 2 != 0) {
        throw new AssertionError("odd");
      }
    }
  }

  private void run(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    var runner = new VectorRunner("core", CATALOGUE, List.of(new Even()), printed::add);
    runner.tests(folder).forEach(this::run);
  }

  private void run(DynamicNode node) {
    if (node instanceof DynamicContainer container) {
      try (Stream<? extends DynamicNode> children = container.getChildren()) {
        children.forEach(this::run);
      }
    } else if (node instanceof DynamicTest test) {
      results.add(test.getDisplayName() + " " + outcome(test));
    }
  }

  private static String outcome(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return "passed";
    } catch (TestAbortedException pending) {
      return String.valueOf(pending.getMessage());
    } catch (Throwable failure) {
      return "failed: " + failure.getMessage();
    }
  }

  @Test
  void vectors_runByKindUnderTheirNames() throws IOException {
    run(
        "any name.json",
        """
        {"format": "s/1", "vectors": [
          {"id": "A", "kind": "even", "n": 2}, {"id": "B", "given": {"op": "even"}, "n": 3},
          {"id": "C", "kind": "even"}, {"id": "D", "kind": "other"}, {"id": "E", "kind": "late"},
          {"id": "F", "kind": "odd"}, {"id": "G"}, {"kind": "even", "n": 4}]}
        """);

    assertThat(results.subList(0, 4))
        .containsExactly(
            "kinds.tsv passed",
            "A passed",
            "B failed: any name.json: B: odd",
            "C failed: any name.json: C: cannot be run: java.lang.NullPointerException: Cannot"
                + " invoke \"com.fasterxml.jackson.databind.JsonNode.asInt()\" because the return"
                + " value of \"com.fasterxml.jackson.databind.JsonNode.get(String)\" is null")
        .inOrder();
    assertThat(results.subList(4, 8))
        .containsExactly(
            "E pending: later",
            "F failed: any name.json: F: is of an unknown kind: odd",
            "G failed: any name.json: G: has no kind",
            "vectors[7] passed")
        .inOrder();
    assertThat(printed)
        .containsExactly(
            "vectors of any name.json (s/1): 2 passed, 2 failed, 2 unknown, 1 run by the tests of"
                + " policies\n*** 1 vectors of any name.json are PENDING: later 1 ***");
  }

  @Test
  void schemaThatNothingImplements_isNamedAndPasses() throws IOException {
    run("x.json", "{\"schema\": \"s/2\", \"vectors\": [{\"id\": \"A\", \"kind\": \"odd\"}]}");

    assertThat(printed)
        .containsExactly("vectors of x.json (s/2): nothing implements this schema yet");
    assertThat(results).contains("x.json: nothing implements this schema yet passed");
  }

  @Test
  void malformedFile_failsAndIsNamed() throws IOException {
    run("a.json", "{\"schema\": \"s/1\",\n \"vectors\": [");
    assertThat(results.get(1)).startsWith("a.json failed: a.json:2: no JSON: ");

    run("b.json", "{\"vectors\": []}");
    assertThat(results)
        .contains("b.json failed: b.json: needs a text 'schema' or 'format' at its top");

    run("c.json", "{\"schema\": \"s/1\"}");
    assertThat(results).contains("c.json failed: c.json: needs a list 'vectors'");
  }

  @Test
  void folderWithoutFiles_fails() {
    var runner = new VectorRunner("core", CATALOGUE, List.of(new Even()), printed::add);
    runner.tests(folder).forEach(this::run);

    assertThat(results.get(0)).contains("failed: no *.json in the folder");
  }

  @Test
  void checksThatDifferFromTheCatalogue_fail() throws IOException {
    Files.writeString(folder.resolve("x.json"), "{\"schema\": \"s/1\", \"vectors\": []}");
    new VectorRunner("core", CATALOGUE, List.of(), printed::add).tests(folder).forEach(this::run);

    assertThat(results.get(0)).contains("failed: kinds.tsv and the checks of core differ");
    assertThrows(
        IllegalStateException.class,
        () -> new VectorRunner("core", CATALOGUE, List.of(new Even(), new Even()), printed::add));
  }
}
