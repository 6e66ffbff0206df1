package io.headroom.scenarios;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headroom.ec2.Money;
import io.headroom.ec2.spot.PricePoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a history of Spot prices: a CSV file with the columns Timestamp, InstanceType,
 * AvailabilityZone and SpotPrice, in any order of rows.
 *
 * <p>The names are those of "DescribeSpotPriceHistory", Amazon EC2 API Reference. The first price
 * of a pool also holds before it.
 */
final class SpotHistory {
  private static final List<String> COLUMNS =
      List.of("Timestamp", "InstanceType", "AvailabilityZone", "SpotPrice");

  /** A file with thousands of faults is told of by its first ones. */
  private static final int MOST_PROBLEMS = 5;

  private final Section section;
  private final Path file;
  private final List<PricePoint> points = new ArrayList<>();
  private int problems;

  private SpotHistory(Section section, Path file) {
    this.section = section;
    this.file = file;
  }

  static List<PricePoint> read(Section section, Path file) {
    SpotHistory history = new SpotHistory(section, file);
    history.read();
    history.points.sort(Comparator.comparing(PricePoint::at));
    return history.points;
  }

  private void read() {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        if (!row.getHeader().containsAll(COLUMNS)) {
          problem(1, "needs the columns " + String.join(", ", COLUMNS));
          return;
        }
        accept(row);
      }
    } catch (IOException | RuntimeException e) {
      problem(1, "cannot be read: " + e.getMessage());
    }
  }

  private void accept(NamedCsvRecord row) {
    Optional<Instant> time = field(row, "Timestamp", Notations.INSTANT);
    Optional<Money> price = field(row, "SpotPrice", Notations.PRICE);
    if (time.isPresent() && price.isPresent()) {
      points.add(
          new PricePoint(
              row.getField("InstanceType").strip(),
              row.getField("AvailabilityZone").strip(),
              Duration.between(section.start(), time.get()),
              price.get()));
    }
  }

  private <T> Optional<T> field(NamedCsvRecord row, String column, Notation<T> notation) {
    String text = row.findField(column).orElse("").strip();
    Optional<T> value = notation.parse(text);
    if (value.isEmpty()) {
      problem(
          row.getStartingLineNumber(),
          "%s: found '%s'; allowed: %s".formatted(column, text, notation.allowed()));
    }
    return value;
  }

  private void problem(long line, String message) {
    problems++;
    if (problems <= MOST_PROBLEMS) {
      section.problem("history", "%s:%d: %s".formatted(file.getFileName(), line, message));
    }
  }
}
