package io.headroom.cloudwatch.composite;

/** Reads a rule piece by piece; which pieces may come, the parser knows. */
final class RuleScanner {
  private final String text;
  private int at;

  RuleScanner(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    skipBlanks();
    return at == text.length();
  }

  /** Returns whether a sign comes next, and goes past it if so. */
  boolean take(char sign) {
    skipBlanks();
    boolean found = at < text.length() && text.charAt(at) == sign;
    at += found ? 1 : 0;
    return found;
  }

  void expect(char sign) {
    if (!take(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  /** Returns whether a word comes next, and goes past it if so. */
  boolean take(String word) {
    boolean found = peekWord().equals(word);
    at += found ? word.length() : 0;
    return found;
  }

  /** Returns the letters, digits, dots and percent signs that come next. */
  String takeWord() {
    String word = peekWord();
    at += word.length();
    return word;
  }

  private String peekWord() {
    skipBlanks();
    int end = at;
    while (end < text.length() && isPartOfWord(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '%';
  }

  /** Returns the name or ARN of an alarm: bare up to a blank, bracket or comma, or in quotes. */
  String takeReference() {
    if (take('"')) {
      return quoted();
    }
    int from = at;
    while (at < text.length() && " \t\r\n(),\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == from) {
      throw unexpected("the name of an alarm");
    }
    return text.substring(from, at);
  }

  private String quoted() {
    int from = at;
    StringBuilder name = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
      name.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw new RuleException("A name has no closing quote", from);
    }
    at++;
    return name.toString();
  }

  RuleException unexpected(String expected) {
    skipBlanks();
    String found = at == text.length() ? "the end" : "'" + next() + "'";
    return new RuleException("Expected %s, found %s".formatted(expected, found), at + 1);
  }

  private String next() {
    String word = peekWord();
    return word.isEmpty() ? text.substring(at, text.offsetByCodePoints(at, 1)) : word;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
