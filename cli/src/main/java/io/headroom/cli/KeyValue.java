package io.headroom.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of an option in the form KEY=VALUE.
 *
 * @param key not blank
 * @param value all after the first equals sign; may be empty
 */
record KeyValue(String key, String value) {
  /**
   * Takes the values of an option apart.
   *
   * @param option the name of the option, for messages
   * @param texts the values
   * @param example a value that would do
   * @throws BadInputException with every value that has not this form
   */
  static List<KeyValue> all(String option, List<String> texts, String example) {
    List<KeyValue> pairs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals > 0 && !text.substring(0, equals).isBlank()) {
        pairs.add(new KeyValue(text.substring(0, equals), text.substring(equals + 1)));
      } else {
        String found = equals < 0 ? "no '='" : "no key before '='";
        problems.add(
            "%s %s: found %s; allowed: KEY=VALUE, such as %s"
                .formatted(option, text, found, example));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadInputException(problems);
    }
    return pairs;
  }

  @Override
  public String toString() {
    return key + "=" + value;
  }
}
