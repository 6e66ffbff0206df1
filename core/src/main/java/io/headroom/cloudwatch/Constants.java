package io.headroom.cloudwatch;

import java.util.List;

/** Reads the constants of an enumeration from the texts that the service uses for them. */
final class Constants {
  private Constants() {}

  /**
   * Returns the constant whose {@code toString} is the text.
   *
   * @throws IllegalArgumentException with the service's message if there is none
   */
  static <E extends Enum<E>> E parse(E[] constants, String field, String text) {
    for (E constant : constants) {
      if (constant.toString().equals(text)) {
        return constant;
      }
    }
    throw unknown(List.of(constants), field, text);
  }

  /** Returns the service's complaint about a text that stands for none of the values. */
  static IllegalArgumentException unknown(List<?> values, String field, String text) {
    return new IllegalArgumentException(
        ("1 validation error detected: Value '%s' at '%s' failed to satisfy constraint:"
                + " Member must satisfy enum value set: %s")
            .formatted(text, field, values));
  }
}
