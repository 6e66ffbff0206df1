package io.headroom.conformance;

/**
 * Where a rule stands: a specification and a place in it, written {@code "elb HC-4"}.
 *
 * @param spec the specification's name
 * @param place the rule's id or numbered place
 */
record RuleId(String spec, String place) {

  /**
   * Reads what a test's annotation says.
   *
   * @throws IllegalArgumentException unless the text is two words
   */
  static RuleId parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != 2 || words[0].isEmpty() || words[1].isEmpty()) {
      throw new IllegalArgumentException(
          "a rule is named by its specification, a blank and its place, not: \"" + text + "\"");
    }
    return new RuleId(words[0], words[1]);
  }

  @Override
  public String toString() {
    return spec + " " + place;
  }
}
