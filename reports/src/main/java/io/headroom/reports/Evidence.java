package io.headroom.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a policy saw, in fewer words than CloudWatch's: numbers have four digits that matter, and a
 * long list of data points is cut in the middle. The ledger as CSV has the whole.
 */
final class Evidence {
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
  private static final int SHOWN = 5;

  private static final Pattern REASON =
      Pattern.compile(
          "Threshold Crossed: (?:(\\d+) out of the last (\\d+) datapoints|1 datapoint)"
              + " \\[([^]]*)] (?:was|were)( not)? (\\S.*?) the threshold \\(([^)]*)\\)"
              + "(?: \\(minimum [^)]*\\))?\\.");
  private static final Pattern POINT =
      Pattern.compile("([^ ,]+) \\((\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d)\\)");
  private static final Pattern DECIMALS = Pattern.compile("-?\\d+\\.\\d+(?:E-?\\d+)?");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT);

  private final WallClock clock;

  Evidence(WallClock clock) {
    this.clock = clock;
  }

  /** Returns a text with each reason of an alarm shortened and each decimal number rounded. */
  String shorten(String saw) {
    return rounded(REASON.matcher(saw).replaceAll(m -> Matcher.quoteReplacement(words(m))));
  }

  private String words(MatchResult reason) {
    boolean single = reason.group(1) == null;
    String negation = reason.group(4) == null ? "" : "not ";
    List<String> values = new ArrayList<>();
    List<String> times = new ArrayList<>();
    Matcher point = POINT.matcher(reason.group(3));
    while (point.find()) {
      // CloudWatch lists the newest first.
      values.add(0, point.group(1));
      times.add(0, time(point.group(2)));
    }
    String head =
        "%s of %s datapoints %s%s %s"
            .formatted(
                single ? "1" : reason.group(1),
                single ? "1" : reason.group(2),
                negation,
                reason.group(5),
                reason.group(6));
    return values.isEmpty() ? head : head + ": " + list(values) + span(times);
  }

  private String time(String stamp) {
    return clock.text(LocalDateTime.parse(stamp, STAMP).toInstant(ZoneOffset.UTC));
  }

  private static String list(List<String> values) {
    if (values.size() <= SHOWN) {
      return String.join(", ", values);
    }
    List<String> last = values.subList(values.size() - SHOWN + 1, values.size());
    return values.get(0) + ", …, " + String.join(", ", last);
  }

  private static String span(List<String> times) {
    String first = times.get(0);
    String last = times.get(times.size() - 1);
    return times.size() == 1 ? " (%s)".formatted(first) : " (%s to %s)".formatted(first, last);
  }

  /** Returns a text in which each decimal number has at most four digits that matter. */
  static String rounded(String text) {
    return DECIMALS
        .matcher(text)
        .replaceAll(
            number ->
                PlainNumber.strip(new BigDecimal(number.group()).round(FOUR_DIGITS))
                    .toPlainString());
  }
}
