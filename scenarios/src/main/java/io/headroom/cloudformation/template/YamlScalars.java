package io.headroom.cloudformation.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers and booleans of YAML 1.1, whose notations JSON and newer YAML do not have.
 *
 * <p>Source: YAML Language-Independent Types for YAML Version 1.1, {@code bool}, {@code int} and
 * {@code float}.
 */
final class YamlScalars {

  private static final Set<String> TRUE = Set.of("true", "yes", "on");

  private static final BigInteger SIXTY = BigInteger.valueOf(60);

  private YamlScalars() {}

  static boolean isTrue(String text) {
    return TRUE.contains(text.toLowerCase(Locale.ROOT));
  }

  /** The number that a quoted or unquoted scalar stands for, if it stands for one. */
  static Optional<BigDecimal> number(ScalarNode scalar) {
    try {
      return switch (scalar.kind()) {
        case INTEGER -> Optional.of(new BigDecimal(integer(plain(scalar.text()))));
        case DECIMAL, TEXT -> Optional.of(new BigDecimal(plain(scalar.text())));
        case BOOLEAN, NULL -> Optional.empty();
      };
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String plain(String text) {
    return text.strip().replace("_", "");
  }

  private static BigInteger integer(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    BigInteger magnitude = magnitude(digits);
    return negative ? magnitude.negate() : magnitude;
  }

  private static BigInteger magnitude(String digits) {
    if (digits.contains(":")) {
      return sexagesimal(digits);
    }
    if (digits.startsWith("0x")) {
      return new BigInteger(digits.substring(2), 16);
    }
    if (digits.startsWith("0b")) {
      return new BigInteger(digits.substring(2), 2);
    }
    boolean octal = digits.length() > 1 && digits.startsWith("0");
    return new BigInteger(digits, octal ? 8 : 10);
  }

  private static BigInteger sexagesimal(String digits) {
    BigInteger sum = BigInteger.ZERO;
    for (String part : digits.split(":", -1)) {
      sum = sum.multiply(SIXTY).add(new BigInteger(part));
    }
    return sum;
  }
}
