package io.headroom.workloads.trace;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading trace files: formats, gaps, windows, and everything that can be wrong. */
class TraceFileTest {
  private static final String COUNT =
      "a number from 0 to 1e12, with a decimal point and without separators";

  private static final long MINUTE = SimTime.MINUTE;

  private static Path write(Path folder, String... lines) throws IOException {
    return Files.write(folder.resolve("t.csv"), List.of(lines));
  }

  private static Counts read(Path file) {
    return Trace.read(file, TraceOptions.DEFAULT).counts();
  }

  private static Counts read(Path file, TraceFormat format) {
    return Trace.read(file, TraceOptions.DEFAULT.withFormat(format)).counts();
  }

  private static List<String> problems(Path file, TraceOptions options) {
    return assertThrows(UnreadableTraceException.class, () -> Trace.read(file, options))
        .problems()
        .stream()
        .map(line -> line.replace(file.toString(), "FILE"))
        .toList();
  }

  private static List<String> problems(Path file) {
    return problems(file, TraceOptions.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp,value|2026-11-27T00:00:00Z,5|2026-11-27T00:01:00Z,7",
        "2026-11-27T00:00:00Z,5|2026-11-27T00:01:00Z,7",
        "TimeStamp,Value,Label|\"2026-11-27T00:00:00Z\",\"5\",1|\"2026-11-27T00:01:00Z\",7,0",
        "when;note;requests|2026-11-27 00:00:00;x;5|2026-11-27 00:01:00;y;7",
        "time\trps|2026/11/27 0:00\t5|2026/11/27 0:01\t7",
        "# a comment|date,hits||2026-11-27T01:00:00.000+01:00,5|2026-11-27T01:01:00+0100,7",
        "minute,invocations,functions|1,5,99|2,7,99",
        "t,count|1795737600,5|1795737660,7.0",
        "epoch,count|1795737600000,5|1795737660000,7",
        "seconds,n|0,5|60,7e0",
        "\uFEFFtimestamp,value|2023.04.02-00:09:00:000,5|2023.04.02-00:10:00:000,7",
        "timestamp , value | 2026-11-27T00:00:00Z , 5 | 2026-11-27T00:01:00Z , 7 ",
      })
  @Rule("workloads 3")
  void formats_areFoundOut(String rows, @TempDir Path folder) throws IOException {
    assertThat(read(write(folder, rows.split("\\|", -1))))
        .isEqualTo(Counts.every(Duration.ofMinutes(1), 5, 7));
  }

  @Test
  @Rule("workloads 3")
  void gzip_isFoundByContent(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plain-name.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("minute,count\n1,5\n2,7\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(file)).isEqualTo(Counts.every(Duration.ofMinutes(1), 5, 7));
  }

  @Test
  @Rule("workloads 3")
  void column_isChosenByNameOrNumber(@TempDir Path folder) throws IOException {
    Path file = write(folder, "minute,f01,f02", "1,5,50", "2,7,70");
    Counts second = Counts.every(Duration.ofMinutes(1), 50, 70);

    assertThat(read(file, TraceFormat.AUTOMATIC.withColumn("F02"))).isEqualTo(second);
    assertThat(read(file, TraceFormat.AUTOMATIC.withColumn("3"))).isEqualTo(second);
    assertThat(problems(file))
        .containsExactly(
            "FILE: no column is known to hold request counts; name one with column"
                + " (minute, f01, f02), or set unit: events if each row is a request");
    assertThat(
            problems(
                file, TraceOptions.DEFAULT.withFormat(TraceFormat.AUTOMATIC.withColumn("f03"))))
        .containsExactly("FILE: column 'f03' is not in the file; allowed: minute, f01, f02");
  }

  @Test
  @Rule("workloads 3")
  void bareCounts_needAnInterval(@TempDir Path folder) throws IOException {
    Path file = write(folder, "5", "7");

    assertThat(read(file, TraceFormat.AUTOMATIC.withInterval(Duration.ofMinutes(5))))
        .isEqualTo(Counts.every(Duration.ofMinutes(5), 5, 7));
    assertThat(problems(file))
        .containsExactly("FILE: has no column of times; set interval if each row is one interval");
  }

  @Test
  @Rule("workloads 3")
  void ratesPerSecond_becomeCounts(@TempDir Path folder) throws IOException {
    Path file = write(folder, "minute,rate", "1,0.5", "2,2");

    assertThat(read(file, TraceFormat.AUTOMATIC.withUnit(Unit.PER_SECOND)))
        .isEqualTo(Counts.every(Duration.ofMinutes(1), 30, 120));
  }

  @Test
  @Rule("workloads 3")
  void events_areCountedByInterval(@TempDir Path folder) throws IOException {
    Path file =
        write(
            folder,
            "TIMESTAMP,ContextTokens,GeneratedTokens",
            "2023-11-16 18:17:03.9799600,4808,10",
            "2023-11-16 18:17:04.0319600,3180,8",
            "2023-11-16 18:17:05.9799600,110,27");

    assertThat(read(file, TraceFormat.AUTOMATIC.withUnit(Unit.EVENTS)))
        .isEqualTo(
            new Counts(
                new long[] {0, SimTime.SECOND, 2 * SimTime.SECOND},
                new double[] {2, 0, 1},
                3 * SimTime.SECOND));
  }

  @Test
  @Rule("workloads 3")
  void zone_appliesToStampsWithoutOneAndClocksSetBack(@TempDir Path folder) throws IOException {
    Path file =
        write(
            folder,
            "timestamp,value",
            "2026-10-25 01:30:00,1",
            "2026-10-25 02:00:00,2",
            "2026-10-25 02:30:00,3",
            "2026-10-25 02:00:00,4",
            "2026-10-25 02:30:00,5",
            "2026-10-25 03:00:00,6");

    assertThat(read(file, TraceFormat.AUTOMATIC.withZone(ZoneId.of("Europe/Berlin"))))
        .isEqualTo(Counts.every(Duration.ofMinutes(30), 1, 2, 3, 4, 5, 6));
  }

  @Test
  @Rule("workloads 3")
  void shortGap_isInterpolated(@TempDir Path folder) throws IOException {
    Path file = write(folder, "minute,count", "1,10", "2,10", "5,40", "6,40", "7,40");
    Trace trace = Trace.read(file, TraceOptions.DEFAULT);

    assertThat(trace.counts())
        .isEqualTo(Counts.every(Duration.ofMinutes(1), 10, 10, 20, 30, 40, 40, 40));
    assertThat(trace.notes())
        .containsExactly(
            "filled 1 gap without rows: 2 intervals interpolated (the key gaps chooses another"
                + " way)");
  }

  @Test
  @Rule("workloads 3")
  void longGap_repeatsThePreviousDay(@TempDir Path folder) throws IOException {
    String[] rows = new String[1 + 48 - 5];
    rows[0] = "hours,count";
    int n = 1;
    for (int hour = 0; hour < 48; hour++) {
      if (hour < 30 || hour > 34) {
        rows[n++] = hour + "," + (100 + hour);
      }
    }
    Path file = write(folder, rows);
    Trace trace = Trace.read(file, TraceOptions.DEFAULT);

    assertThat(trace.counts().size()).isEqualTo(48);
    assertThat(trace.counts().count(29)).isEqualTo(129.0);
    assertThat(trace.counts().count(30)).isEqualTo(106.0);
    assertThat(trace.counts().count(34)).isEqualTo(110.0);
    assertThat(trace.counts().count(35)).isEqualTo(135.0);
    assertThat(trace.notes())
        .containsExactly(
            "filled 1 gap without rows: 5 intervals taken from the day before (the key gaps chooses"
                + " another way)");
    assertThat(total(file, GapRule.ZERO)).isEqualTo(trace.counts().total() - 540);
    assertThat(total(file, GapRule.INTERPOLATE))
        .isEqualTo(trace.counts().total() - 540 + 130 + 131 + 132 + 133 + 134);
  }

  private static double total(Path file, GapRule rule) {
    return Trace.read(file, TraceOptions.DEFAULT.withGaps(rule)).counts().total();
  }

  @Test
  @Rule("workloads 3")
  void rowsOfOneTime_areSummedAndRatesAveraged(@TempDir Path folder) throws IOException {
    Path file = write(folder, "minute,count", "1,10", "2,10", "2,30", "3,40");
    Trace trace = Trace.read(file, TraceOptions.DEFAULT);

    assertThat(trace.counts()).isEqualTo(Counts.every(Duration.ofMinutes(1), 10, 40, 40));
    assertThat(trace.notes())
        .containsExactly("1 row repeats the time of the row before and was merged with it");
    assertThat(read(file, TraceFormat.AUTOMATIC.withUnit(Unit.PER_SECOND)))
        .isEqualTo(Counts.every(Duration.ofMinutes(1), 600, 1_200, 2_400));
  }

  @Test
  @Rule("workloads 3")
  void factorAndSpeedUp_scaleCountsAndTime(@TempDir Path folder) throws IOException {
    Path file = write(folder, "minute,count", "1,10", "2,30");
    TraceOptions options =
        TraceOptions.DEFAULT.withFactor(2.5).withWindow(TraceWindow.ALL.spedUp(4));

    assertThat(Trace.read(file, options).counts())
        .isEqualTo(Counts.every(Duration.ofSeconds(15), 25, 75));
  }

  @Test
  @Rule("workloads 3")
  void window_cutsTheTrace(@TempDir Path folder) throws IOException {
    Path file =
        write(
            folder,
            "timestamp,value",
            "2026-11-27T00:00:00Z,10",
            "2026-11-27T00:01:00Z,20",
            "2026-11-27T00:02:00Z,30",
            "2026-11-27T00:03:00Z,40");
    TraceWindow two = TraceWindow.ALL.limitedTo(Duration.ofMinutes(2));
    Counts expected =
        new Counts(
            new long[] {0, MINUTE / 2, 3 * MINUTE / 2}, new double[] {10, 30, 40}, 5 * MINUTE / 2);

    assertThat(window(file, two)).isEqualTo(Counts.every(Duration.ofMinutes(1), 10, 20));
    assertThat(window(file, two.startingAfter(Duration.ofSeconds(90)))).isEqualTo(expected);
    assertThat(window(file, two.startingAt(Instant.parse("2026-11-27T00:01:30Z"))))
        .isEqualTo(expected);
    assertThat(
            problems(
                file, TraceOptions.DEFAULT.withWindow(two.startingAfter(Duration.ofMinutes(4)))))
        .containsExactly("FILE: ends before the run begins; allowed: an earlier from");
  }

  private static Counts window(Path file, TraceWindow window) {
    return Trace.read(file, TraceOptions.DEFAULT.withWindow(window)).counts();
  }

  @Test
  void allProblems_areNamedWithTheirLines(@TempDir Path folder) throws IOException {
    Path file =
        write(
            folder,
            "timestamp,value",
            "2026-11-27T00:00:00Z,5",
            "2026-11-27T00:01:00Z,many",
            "2026-11-27T00:02:00Z,-3",
            "2026-11-27T00:03:00Z,NaN",
            "yesterday,5",
            "2026-11-27T00:04:00Z",
            "2026-11-27T00:05:00Z,1e999",
            "2026-11-27T00:06:00Z,",
            "2026-11-26T00:00:00Z,5",
            "2026-13-27T00:00:00Z,5");

    assertThat(problems(file))
        .containsExactly(
            "FILE:3: count 'many' found; allowed: " + COUNT,
            "FILE:4: count '-3' found; allowed: " + COUNT,
            "FILE:5: count 'NaN' found; allowed: " + COUNT,
            "FILE:6: time 'yesterday' found; allowed: a stamp such as 2026-11-27T14:00:00Z or"
                + " 2026-11-27 14:00:00",
            "FILE:7: row has 1 fields; allowed: at least 2",
            "FILE:8: count '1e999' found; allowed: " + COUNT,
            "FILE:9: count '' found; allowed: " + COUNT,
            "FILE:10: time goes backwards; allowed: rows in the order of time",
            "FILE:11: time '2026-13-27T00:00:00Z' found; allowed: a stamp such as"
                + " 2026-11-27T14:00:00Z or 2026-11-27 14:00:00")
        .inOrder();
  }

  @Test
  void manyProblems_areCutAfterTwenty(@TempDir Path folder) throws IOException {
    String[] rows = new String[52];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i + "," + (i < 2 ? "5" : "-1");
    }
    List<String> problems = problems(write(folder, rows));

    assertThat(problems).hasSize(21);
    assertThat(problems.get(20)).isEqualTo("FILE: and 30 more problems");
  }

  @Test
  void unusableFiles_areOneProblemEach(@TempDir Path folder) throws IOException {
    Path gzip = folder.resolve("cut.gz");
    Files.write(gzip, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});

    assertThat(problems(folder.resolve("none.csv"))).containsExactly("FILE: no such file");
    assertThat(problems(folder))
        .containsExactly("FILE: is a directory; a trace is a CSV file, plain or gzip");
    assertThat(problems(write(folder)))
        .containsExactly("FILE: holds no rows; a trace needs a time and a count in each row");
    assertThat(problems(write(folder, "timestamp,value")))
        .containsExactly("FILE: holds no rows; a trace needs a time and a count in each row");
    assertThat(problems(write(folder, "minute,count", "1,5")))
        .containsExactly("FILE: holds a single row, which tells no interval; set interval");
    assertThat(problems(gzip).get(0)).startsWith("FILE: cannot be read: ");
    assertThat(problems(write(folder, "minute,count", "1,5", "2,5", "99999,5")).get(0))
        .startsWith("FILE: no rows for 69d ");
  }

  @Test
  void millionsOfRows_areReadWithinTheWindowsMemory(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("long.csv");
    int rows = 2_000_000;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < rows; i++) {
        out.write(i + ",1\n");
      }
    }
    TraceWindow minute = TraceWindow.ALL.limitedTo(Duration.ofMinutes(1));

    assertThat(window(file, minute).total()).isEqualTo(60.0);
    assertThat(window(file, TraceWindow.ALL).total()).isEqualTo(2_000_000.0);
  }
}
