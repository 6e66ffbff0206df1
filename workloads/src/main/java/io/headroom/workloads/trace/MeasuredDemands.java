package io.headroom.workloads.trace;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.headroom.sim.Distribution;
import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the empirical law of a column of measured durations, such as service demands.
 *
 * <p>Up to 100,000 values are kept as they are; of more, a random sample of that size by Vitter's
 * algorithm R with a fixed seed ("Random sampling with a reservoir", ACM TOMS 11(1), 1985, doi
 * 10.1145/3147.3165), so that memory stays constant and the same file gives the same law.
 */
public final class MeasuredDemands {
  private static final int MOST = 100_000;

  private final Problems problems;
  private final Optional<String> column;
  private final double unitSeconds;
  private final RandomStream random = new RandomStream(0);
  private double[] sample = new double[1_024];
  private OptionalInt index = OptionalInt.empty();
  private boolean started;
  private long seen;

  private MeasuredDemands(Problems problems, Optional<String> column, double unitSeconds) {
    this.problems = problems;
    this.column = column;
    this.unitSeconds = unitSeconds;
  }

  /**
   * Reads the law of a CSV file, plain or gzip, with or without a header.
   *
   * @param file the file
   * @param column name or 1-based number of the column; by default the first
   * @param unit the length of the value 1 in the column, such as a millisecond
   * @throws UnreadableTraceException with all that is wrong with the file
   */
  public static Distribution read(Path file, Optional<String> column, Duration unit) {
    Problems problems = new Problems(file);
    double unitSeconds = SimTime.seconds(unit.toNanos());
    MeasuredDemands reader = new MeasuredDemands(problems, column, unitSeconds);
    CsvFile.forEachRow(file, problems, reader::accept);
    if (problems.isEmpty() && reader.seen == 0) {
      problems.add("holds no values; a law needs at least one");
    }
    problems.check();
    return Distribution.empirical(Arrays.copyOf(reader.sample, (int) Math.min(reader.seen, MOST)));
  }

  private void accept(CsvRecord row) {
    if (!started) {
      started = true;
      if (isHeader(row)) {
        return;
      }
    }
    if (index.isPresent()) {
      accept(row, index.getAsInt());
    }
  }

  private boolean isHeader(CsvRecord first) {
    List<String> names = first.getFields().stream().map(String::trim).toList();
    index = column.map(c -> Columns.find(names, c)).orElse(OptionalInt.of(0));
    if (index.isEmpty()) {
      problems.add(
          "column '%s' is not in the file; the first row is %s"
              .formatted(column.orElse(""), String.join(", ", names)));
    }
    return names.stream().noneMatch(Numbers::isNumber);
  }

  private void accept(CsvRecord row, int at) {
    String text = at < row.getFieldCount() ? row.getField(at).trim() : "";
    double value = Numbers.isNumber(text) ? Double.parseDouble(text) * unitSeconds : -1;
    if (value >= 0 && value < Double.POSITIVE_INFINITY) {
      keep(value);
    } else {
      problems.add(
          row.getStartingLineNumber(),
          "value '%s' found; allowed: a finite number of at least 0".formatted(text));
    }
  }

  private void keep(double value) {
    seen++;
    if (seen <= MOST) {
      if (seen > sample.length) {
        sample = Arrays.copyOf(sample, 2 * sample.length);
      }
      sample[(int) seen - 1] = value;
      return;
    }
    long place = (long) (random.nextDouble() * seen);
    if (place < MOST) {
      sample[(int) place] = value;
    }
  }
}
