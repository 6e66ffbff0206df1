package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a trace is said with the lines of the trace. */
final class BadTraceTest {
  private static final String TRACE = "trace: { file: traffic.csv }";

  @TempDir Path temporary = Path.of("");
  private InputFolder folder;

  @BeforeEach
  void writeInput() {
    folder = new InputFolder(temporary);
    folder.scenarioWith("poisson: { rate: 20/s }", TRACE);
  }

  private String onlyRefusal(String trace) {
    folder.write("traffic.csv", trace);
    assertThat(folder.refusal()).hasSize(1);
    return folder.refusal().get(0);
  }

  @Test
  void missingTrace_isSaid() {
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:6: workloads[0].trace.file: found no such file: traffic.csv; allowed: a"
                + " file, relative to the scenario");
  }

  @ParameterizedTest
  @CsvSource({
    "'time,count\n', traffic.csv",
    "'time,count\n2026-01-01T00:00:00Z,5\n2026-01-01T00:01:00Z,many\n', traffic.csv:3",
    "'time,count\n2026-01-01T00:01:00Z,5\n2026-01-01T00:00:00Z,5\n', traffic.csv:3",
    "'time,count\n2026-01-01T00:00:00Z,5\n2026-01-01T00:01:00Z,-5\n', traffic.csv:3",
    "'time,count\n2026-01-01T00:00:00Z,5\n2026-01-01T00:01:00Z,NaN\n', traffic.csv:3",
    "'time;count\n2026-01-01 00:00;5\n2026-01-01 00:01;5,5\n', traffic.csv:3",
    "'time,count\n2026-01-01T00:00:00Z,5\n2026-01-01T00:01:00Z,1e300\n', traffic.csv:3",
    "'time,count\n2026-01-01T00:00:00Z,5\n2026-01-01T00:01:00Z,\n', traffic.csv:3",
    "'time,count\n2026-01-01T00:00:00Z,5\n2026-01-01T00:01:00Z\n', traffic.csv:3",
    "'time,count\n27.11.2026 00:00,5\n27.11.2026 00:01,5\n', traffic.csv:2",
    "'time,count\n2026-01-01T00:00:00Z,5\n', traffic.csv",
    "'', traffic.csv",
    "'<html></html>\n', traffic.csv",
  })
  void wrongRow_isOneProblemWithItsLine(String trace, String place) {
    assertThat(onlyRefusal(trace)).startsWith("scenario.yaml:6: workloads[0].trace.file: " + place);
  }

  @Test
  void severalWrongRows_areAllSaid() {
    folder.write(
        "traffic.csv",
        "time,count\n2026-01-01T00:00:00Z,x\n2026-01-01T00:01:00Z,5\n2026-01-01T00:02:00Z,-1\n");
    assertThat(folder.refusal()).hasSize(2);
  }

  @Test
  void fileFromAWindowsEditor_isRead() {
    folder.write(
        "traffic.csv", "\ufefftime;count\r\n2026-01-01 00:00;60\r\n2026-01-01 00:01;60\r\n");
    CommandRun run = CommandRun.of("run", folder.path("scenario.yaml").toString());
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains(" 120 arrived");
  }

  @Test
  void gzipThatIsEmptyOrCut_isSaid() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          "time,count\n2026-01-01T00:00:00Z,5\n".repeat(50).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.path("traffic.csv"), Arrays.copyOf(packed.toByteArray(), 40));
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:6: workloads[0].trace.file: traffic.csv: cannot be read: its gzip data"
                + " ends too early");
    new GZIPOutputStream(Files.newOutputStream(folder.path("traffic.csv"))).close();
    assertThat(folder.refusal().get(0)).contains("traffic.csv: holds no rows");
  }

  @Test
  void answerOfCloudWatch_isToldHowToBecomeCsv() {
    assertThat(onlyRefusal("{\"Datapoints\": [], \"Label\": \"RequestCount\"}"))
        .contains("traffic.csv: is JSON; allowed: CSV, which");
  }

  @Test
  void lineOfALog_isCut() {
    assertThat(onlyRefusal("192.0.2.7 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 7\n"))
        .isEqualTo(
            "scenario.yaml:6: workloads[0].trace.file: traffic.csv: has no column of times; set"
                + " interval if each row is one interval");
    assertThat(
            onlyRefusal("2015-11-07T18:45:33.559871Z elb1 78.168.134.0:4586 10.0.0.215:80,200\n"))
        .contains("time '2015-11-07T18:45:33.559871Z elb1 78.168....' found");
  }

  @Test
  void whatWasMadeUp_isSaidAsANote() {
    folder.write(
        "traffic.csv",
        """
        time,count,label
        2026-01-01T00:00:00Z,600,0
        2026-01-01T00:01:00Z,600,0
        2026-01-01T00:01:00Z,600,0
        2026-01-01T00:03:00Z,600,0
        2026-01-01T00:04:00Z,600,0
        """);
    CommandRun run = CommandRun.of("run", folder.path("scenario.yaml").toString());
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.errors().stream().map(folder::withoutFolder))
        .containsExactly(
            "note: scenario.yaml:6: workloads[0].trace.file: took the counts from column count (the"
                + " key column chooses another of time, count, label)",
            "note: scenario.yaml:6: workloads[0].trace.file: 1 row repeats the time of the row"
                + " before and was merged with it",
            "note: scenario.yaml:6: workloads[0].trace.file: filled 1 gap without rows: 1 interval"
                + " interpolated (the key gaps chooses another way)",
            "note: scenario.yaml:6: workloads[0].trace.file: the trace ends at 00:05:00 of the run;"
                + " nothing arrives after that")
        .inOrder();
  }

  @Test
  void tenMillionRows_stream() throws IOException {
    try (PrintStream rows =
        new PrintStream(
            new GZIPOutputStream(Files.newOutputStream(folder.path("traffic.csv"))),
            false,
            StandardCharsets.UTF_8)) {
      rows.print("time,count\n");
      for (long second = 0; second < 10_000_000; second++) {
        rows.print((1_700_000_000 + second) + ",20\n");
      }
    }
    CommandRun run = CommandRun.of("check", folder.path("scenario.yaml").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isAnyOf(0, 1);
  }
}
