package io.headroom.benchmarks.regression;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
  @TempDir Path folder = Path.of("");

  private void write(String build, double... medians) throws IOException {
    Files.createDirectories(folder.resolve(build));
    for (int run = 0; run < medians.length; run++) {
      String json =
          """
          [{"benchmark": "io.headroom.benchmarks.X.y", "mode": "avgt", "params": {"n": "10"},
            "primaryMetric": {"rawData": [[%s, %s, 900.0]]}}]
          """
              .formatted(medians[run], medians[run]);
      Files.writeString(folder.resolve(build).resolve("run-" + run + ".json"), json);
    }
  }

  private int compare() {
    return Compare.run(folder.resolve("main").toString(), folder.resolve("new").toString());
  }

  @Test
  void slowerInEveryRun_isARegression() throws IOException {
    write("main", 10, 20, 10);
    write("new", 12, 25, 12);

    assertThat(compare()).isEqualTo(1);
  }

  @Test
  void slowerInMostRunsOnly_isNoise() throws IOException {
    write("main", 10, 20, 10);
    write("new", 12, 19, 12);

    assertThat(compare()).isEqualTo(0);
  }

  @Test
  void withinTheTolerance_isNoise() throws IOException {
    write("main", 10, 10, 10);
    write("new", 10.5, 10.5, 10.5);

    assertThat(compare()).isEqualTo(0);
  }

  @Test
  void newBenchmark_isNotCompared() throws IOException {
    Files.createDirectories(folder.resolve("main"));
    write("new", 12);

    assertThat(compare()).isEqualTo(0);
  }

  @Test
  void missingFolder_isBadInput() {
    assertThat(compare()).isEqualTo(2);
  }

  @Test
  void page_namesTheBenchmarkWithItsParameters() throws IOException {
    write("main", 10);
    write("new", 20);
    Path main = folder.resolve("main").resolve("run-0.json");
    Path after = folder.resolve("new").resolve("run-0.json");

    Comparison comparison = new Comparison(Scores.read(List.of(main)), Scores.read(List.of(after)));

    assertThat(comparison.page()).contains("| `X.y n=10` | 2.00 | 2.00–2.00 | **slower** |");
  }
}
