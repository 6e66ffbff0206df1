package io.headroom.workloads.trace;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads the rows of a CSV file one by one in constant memory: plain or gzip by content, fields
 * separated by comma, semicolon or tab, quoted or not, lines that start with {@code #} left out.
 */
final class CsvFile {
  private static final int PEEK_BYTES = 4_096;

  private CsvFile() {}

  /** Hands each row to the consumer; what keeps the file from being read is a problem. */
  static void forEachRow(Path file, Problems problems, Consumer<CsvRecord> consumer) {
    if (!Files.exists(file)) {
      problems.add("no such file");
    } else if (Files.isDirectory(file)) {
      problems.add("is a directory; a trace is a CSV file, plain or gzip");
    } else {
      readRows(file, problems, consumer);
    }
  }

  private static void readRows(Path file, Problems problems, Consumer<CsvRecord> consumer) {
    try (InputStream raw = Files.newInputStream(file);
        BufferedInputStream in = unzipped(raw)) {
      if (isJson(in)) {
        problems.add(
            "is JSON; allowed: CSV, which for the answer of 'aws cloudwatch get-metric-statistics'"
                + " comes from: jq -r '.Datapoints | sort_by(.Timestamp)[] | [.Timestamp, .Sum] |"
                + " @csv'");
        return;
      }
      try (CsvReader<CsvRecord> rows = read(in)) {
        rows.forEach(consumer);
      }
    } catch (IOException | UncheckedIOException e) {
      problems.add("cannot be read: " + whyUnreadable(e));
    } catch (CsvParseException e) {
      problems.add("is not CSV: " + rootMessage(e));
    }
  }

  private static String whyUnreadable(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException) {
        return "its gzip data ends too early";
      }
    }
    return rootMessage(e);
  }

  private static String rootMessage(Exception e) {
    Throwable root = e;
    for (Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return String.valueOf(root.getMessage());
  }

  private static CsvReader<CsvRecord> read(BufferedInputStream in) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator(in))
        .detectBomHeader(true)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .commentStrategy(CommentStrategy.SKIP)
        .ofCsvRecord(in, StandardCharsets.UTF_8);
  }

  private static BufferedInputStream unzipped(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    byte[] magic = peek(in, 2);
    boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
  }

  private static boolean isJson(BufferedInputStream in) throws IOException {
    String start = new String(peek(in, PEEK_BYTES), StandardCharsets.UTF_8).stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** The separator of the first line: a comma if it has one, else a semicolon or a tab. */
  private static char separator(BufferedInputStream in) throws IOException {
    String start = new String(peek(in, PEEK_BYTES), StandardCharsets.ISO_8859_1);
    String line = start.lines().filter(l -> !l.startsWith("#")).findFirst().orElse("");
    if (line.indexOf(',') < 0 && line.indexOf(';') >= 0) {
      return ';';
    }
    return line.indexOf(',') < 0 && line.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private static byte[] peek(BufferedInputStream in, int bytes) throws IOException {
    in.mark(bytes);
    byte[] start = in.readNBytes(bytes);
    in.reset();
    return start;
  }
}
