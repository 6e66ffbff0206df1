package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.SimulationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultDirectoryTest {
  private static final SimulationResult RESULT =
      SampleResults.named("web").requests(9, 1, 0, 0).group("WebGroup").build();

  private final Path home;

  ResultDirectoryTest(@TempDir Path home) {
    this.home = home;
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void directory_isMadeWithItsParents() throws IOException {
    Path out = home.resolve("a/b/out");

    ResultDirectory.write(RESULT, out);

    assertThat(names(out))
        .containsExactly(
            "activities.csv",
            "activities.txt",
            "alarms.csv",
            "bill.csv",
            "explain.txt",
            "ledger.csv",
            "reactions.csv",
            "result.json",
            "series.csv")
        .inOrder();
    assertThat(Files.readString(out.resolve("result.json"))).isEqualTo(ResultJson.of(RESULT));
  }

  @Test
  void directory_isAllThatRemains() throws IOException {
    ResultDirectory.write(RESULT, home.resolve("out"));
    ResultDirectory.write(RESULT, home.resolve("out"));

    assertThat(names(home)).containsExactly("out");
  }

  @Test
  void secondResult_replacesTheFirstAndLeavesTheRest() throws IOException {
    Path out = home.resolve("out");
    ResultDirectory.write(SampleResults.named("first").build(), out);
    Files.writeString(out.resolve("notes.txt"), "mine");

    ResultDirectory.write(RESULT, out);

    assertThat(Files.readString(out.resolve("result.json"))).contains("\"scenario\": \"web\"");
    assertThat(Files.readString(out.resolve("notes.txt"))).isEqualTo("mine");
  }

  @Test
  void equalResults_giveEqualBytes() throws IOException {
    ResultDirectory.write(RESULT, home.resolve("one"));
    ResultDirectory.write(RESULT, home.resolve("two"));

    for (String name : names(home.resolve("one"))) {
      assertThat(Files.readAllBytes(home.resolve("two").resolve(name)))
          .isEqualTo(Files.readAllBytes(home.resolve("one").resolve(name)));
    }
  }

  @Test
  void file_isNotADirectory() throws IOException {
    Path out = Files.writeString(home.resolve("out"), "mine");

    IOException e = assertThrows(IOException.class, () -> ResultDirectory.write(RESULT, out));

    assertThat(e).hasMessageThat().isEqualTo("cannot write results to " + out + ": it is a file");
    assertThat(Files.readString(out)).isEqualTo("mine");
    assertThat(names(home)).containsExactly("out");
  }

  @Test
  void fileAsParent_isNamed() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "mine");
    Path out = file.resolve("out");

    IOException e = assertThrows(IOException.class, () -> ResultDirectory.write(RESULT, out));

    assertThat(e)
        .hasMessageThat()
        .isEqualTo("cannot write results to " + out + ": " + file + " is a file");
  }

  @Test
  void leftoverOfACrash_isNotTouched() throws IOException {
    Path leftover = Files.createDirectory(home.resolve(".out.partial"));

    ResultDirectory.write(RESULT, home.resolve("out"));

    assertThat(names(home)).containsExactly(".out.partial", "out");
    assertThat(names(leftover)).isEmpty();
  }

  @Test
  void failure_leavesNothingBeside() throws IOException {
    Path obstacle = home.resolve("out/activities.csv/inside");
    Files.createDirectories(obstacle);

    IOException e =
        assertThrows(IOException.class, () -> ResultDirectory.write(RESULT, home.resolve("out")));

    assertThat(e).hasMessageThat().startsWith("cannot write results to ");
    assertThat(names(home)).containsExactly("out");
    assertThat(names(home.resolve("out"))).containsExactly("activities.csv");
  }
}
