package io.headroom.scenarios;

import io.headroom.ec2.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notations of scenario files. Units are never guessed: a duration without a unit is refused.
 */
final class Notations {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d[\\d_]*)?(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern AMOUNT = Pattern.compile("([\\d_.]+)\\s*(ns|us|ms|s|m|min|h|d)");
  private static final Pattern AMOUNTS = Pattern.compile("(" + AMOUNT.pattern() + "\\s*)+");
  private static final Pattern RATE_TEXT = Pattern.compile("(.+?)\\s*/\\s*(s|min|m|h|d)");

  private static final Map<String, Long> UNIT_NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "min", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L);

  private static final long LONGEST_DAYS = 36_525;

  /** A finite decimal number. */
  static final Notation<Double> NUMBER = new Notation<>("a number", Notations::number);

  /** A whole number. */
  static final Notation<Long> WHOLE =
      new Notation<>("a whole number", text -> decimal(text).flatMap(Notations::whole));

  /** A duration of at most a hundred years. */
  static final Notation<Duration> DURATION =
      new Notation<>(
          "a duration with a unit, such as 500ms, 90s, 5m, 24h, 7d or PT5M", Notations::duration);

  /** A duration longer than zero. */
  static final Notation<Duration> POSITIVE_DURATION =
      DURATION.where(
          length -> !length.isZero(),
          "a duration above zero with a unit, such as 500ms, 90s, 5m, 24h, 7d or PT5M");

  /** A rate in requests per second. */
  static final Notation<Double> RATE =
      new Notation<>(
          "a rate of at least 0, such as 120/s, 7200/min or 120 (per second)", Notations::rate);

  /** A share, in [0, 1]. */
  static final Notation<Double> SHARE =
      new Notation<>("a share such as 0.1%, from 0% to 100%", Notations::share);

  /** An instant. */
  static final Notation<Instant> INSTANT =
      new Notation<>("an instant such as 2026-11-27T00:00:00Z", Notations::instant);

  /** A price in US dollars. */
  static final Notation<Money> PRICE =
      new Notation<>("a price in US dollars, such as 0.096", Notations::price);

  private Notations() {}

  /** One of some words. */
  static Notation<String> word(List<String> words) {
    return new Notation<>(
        String.join(" | ", words),
        text -> words.contains(text) ? Optional.of(text) : Optional.empty());
  }

  /** One of some words, each for a value. */
  static <T> Notation<T> word(Map<String, T> values) {
    return word(values.keySet().stream().sorted().toList()).map(word -> valueOf(values, word));
  }

  private static <T> T valueOf(Map<String, T> values, String word) {
    T value = values.get(word);
    if (value == null) {
      throw new IllegalArgumentException(word);
    }
    return value;
  }

  /** Returns a duration the way scenario files write it, such as {@code 1h30m} or {@code 80ms}. */
  static String written(Duration length) {
    StringBuilder text = new StringBuilder();
    long nanos = length.toNanos();
    for (String unit : List.of("d", "h", "m", "s", "ms", "us", "ns")) {
      long count = nanos / unitNanos(unit);
      nanos -= count * unitNanos(unit);
      if (count != 0) {
        text.append(count).append(unit);
      }
    }
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static Optional<BigDecimal> decimal(String text) {
    if (!DECIMAL.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)) {
      return Optional.empty();
    }
    return attempt(text, digits -> new BigDecimal(digits.replace("_", "")));
  }

  private static Optional<Double> number(String text) {
    return decimal(text).map(BigDecimal::doubleValue).filter(Double::isFinite);
  }

  private static Optional<Long> whole(BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> duration(String text) {
    if (text.startsWith("P")) {
      return attempt(text, Duration::parse)
          .filter(length -> !length.isNegative())
          .filter(length -> length.toDays() <= LONGEST_DAYS);
    }
    if (!AMOUNTS.matcher(text).matches()) {
      return text.equals("0") ? Optional.of(Duration.ZERO) : Optional.empty();
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher amounts = AMOUNT.matcher(text);
    while (amounts.find()) {
      Optional<BigDecimal> amount = decimal(amounts.group(1));
      if (amount.isEmpty()) {
        return Optional.empty();
      }
      nanos = nanos.add(amount.get().multiply(BigDecimal.valueOf(unitNanos(amounts.group(2)))));
    }
    return nanos.compareTo(BigDecimal.valueOf(LONGEST_DAYS * unitNanos("d"))) > 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nanos.longValue()));
  }

  private static long unitNanos(String unit) {
    return valueOf(UNIT_NANOS, unit);
  }

  private static Optional<Double> rate(String text) {
    Matcher match = RATE_TEXT.matcher(text);
    if (!match.matches()) {
      return number(text).filter(rate -> rate >= 0);
    }
    double seconds = unitNanos(match.group(2)) / 1e9;
    return number(match.group(1)).map(count -> count / seconds).filter(rate -> rate >= 0);
  }

  private static Optional<Double> share(String text) {
    Optional<Double> share =
        text.endsWith("%")
            ? decimal(text.substring(0, text.length() - 1).strip())
                .map(percent -> percent.movePointLeft(2).doubleValue())
            : number(text);
    return share.filter(value -> value >= 0 && value <= 1);
  }

  private static Optional<Instant> instant(String text) {
    return attempt(text, Instant::parse)
        .or(() -> attempt(text, whole -> OffsetDateTime.parse(whole).toInstant()))
        .or(() -> attempt(text, day -> Instant.parse(day + "T00:00:00Z")));
  }

  private static Optional<Money> price(String text) {
    String digits = text.startsWith("$") ? text.substring(1) : text;
    return decimal(digits)
        .filter(dollars -> dollars.signum() >= 0)
        .filter(dollars -> dollars.compareTo(BigDecimal.valueOf(1_000_000)) <= 0)
        .map(Money::of);
  }

  private static <T> Optional<T> attempt(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
