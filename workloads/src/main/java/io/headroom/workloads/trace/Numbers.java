package io.headroom.workloads.trace;

import java.util.regex.Pattern;

/** Decimal numbers as files write them; Java's own {@code 0x1p3}, {@code 10d} and NaN are none. */
final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

  private Numbers() {}

  static boolean isNumber(String text) {
    return isWhole(text) || DECIMAL.matcher(text).matches();
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
