package io.headroom.cloudwatch;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the texts of statistics. */
final class StatisticSyntax {
  private static final List<Statistic> BASIC =
      List.of(
          Statistic.AVERAGE,
          Statistic.SUM,
          Statistic.MINIMUM,
          Statistic.MAXIMUM,
          Statistic.SAMPLE_COUNT);
  private static final String NUMBER = "(\\d+(?:\\.\\d{1,10})?)";
  private static final Pattern SHORT = Pattern.compile("(p|tm|tc|ts|wm)" + NUMBER);
  private static final Pattern LONG =
      Pattern.compile("(TM|TC|TS|WM|PR)\\(" + NUMBER + "?(%?):" + NUMBER + "?(%?)\\)");

  private StatisticSyntax() {}

  static Statistic parse(String text) {
    return BASIC.stream()
        .filter(basic -> basic.toString().equals(text))
        .findFirst()
        .orElseGet(() -> extended(text));
  }

  /** Returns one of the five that every data point carries. */
  static Statistic basic(String text) {
    return BASIC.stream()
        .filter(basic -> basic.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> Constants.unknown(BASIC, "statistic", text));
  }

  /** Returns one that needs samples. */
  static Statistic extended(String text) {
    if (text.equals("IQM")) {
      return new Statistic(text, new RangeFormula(RangeFormula.Kind.TM, positions("25", "75")));
    }
    Matcher shortForm = SHORT.matcher(text);
    if (shortForm.matches() && isPercent(shortForm.group(2))) {
      return shortForm(shortForm.group(1), shortForm.group(2));
    }
    Matcher longForm = LONG.matcher(text);
    if (longForm.matches()) {
      return longForm(text, longForm);
    }
    throw unsupported(text);
  }

  static Statistic percentile(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("percent must be in [0, 100], was " + percent);
    }
    return shortForm("p", BigDecimal.valueOf(percent).toPlainString());
  }

  private static Statistic shortForm(String kind, String number) {
    String text = kind + plain(number);
    if (kind.equals("p")) {
      return new Statistic(text, new PercentileFormula(Double.parseDouble(number)));
    }
    return new Statistic(text, new RangeFormula(kind(kind), positions("0", number)));
  }

  /** Drops zeros that say nothing, so that p99 and p99.0 are the same statistic. */
  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static Statistic longForm(String text, Matcher form) {
    SampleRange range = range(form.group(2), form.group(4), isByPosition(text, form));
    RangeFormula.Kind kind = kind(form.group(1));
    boolean isEmpty = form.group(2) == null && form.group(4) == null;
    boolean isShare = kind == RangeFormula.Kind.PR;
    if (isEmpty || range.lower() >= range.upper() || (isShare && range.byPosition())) {
      throw unsupported(text);
    }
    return new Statistic(text, new RangeFormula(kind, range));
  }

  /**
   * Returns whether the bounds are percentages; a bound that is given must say so like the other.
   */
  private static boolean isByPosition(String text, Matcher form) {
    boolean lower = form.group(3).equals("%");
    boolean upper = form.group(5).equals("%");
    boolean mixed = form.group(2) != null && form.group(4) != null && lower != upper;
    boolean loose = (lower && form.group(2) == null) || (upper && form.group(4) == null);
    boolean tooLarge = (lower && !isPercent(form.group(2))) || (upper && !isPercent(form.group(4)));
    if (mixed || loose || tooLarge) {
      throw unsupported(text);
    }
    return lower || upper;
  }

  private static SampleRange range(
      @Nullable String lower, @Nullable String upper, boolean byPosition) {
    double least = byPosition ? 0 : Double.NEGATIVE_INFINITY;
    double most = byPosition ? 100 : Double.POSITIVE_INFINITY;
    return new SampleRange(
        lower == null ? least : Double.parseDouble(lower),
        upper == null ? most : Double.parseDouble(upper),
        byPosition);
  }

  private static SampleRange positions(String lower, String upper) {
    return range(lower, upper, true);
  }

  private static RangeFormula.Kind kind(String name) {
    return RangeFormula.Kind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static boolean isPercent(String number) {
    return Double.parseDouble(number) <= 100;
  }

  private static IllegalArgumentException unsupported(String text) {
    return new IllegalArgumentException(
        "The value %s for parameter ExtendedStatistic is not supported.".formatted(text));
  }
}
