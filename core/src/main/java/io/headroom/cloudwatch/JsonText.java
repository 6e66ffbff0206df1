package io.headroom.cloudwatch;

import java.util.regex.Pattern;

/** Tells whether a text is JSON (RFC 8259), without reading it into anything. */
final class JsonText {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern STRING =
      Pattern.compile("\"([^\"\\\\\\x00-\\x1f]|\\\\([\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"");

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  static boolean isValid(String text) {
    JsonText json = new JsonText(text);
    boolean isValue = json.value();
    json.blanks();
    return isValue && json.at == text.length();
  }

  private boolean value() {
    blanks();
    if (takes("{")) {
      return list('}', true);
    }
    if (takes("[")) {
      return list(']', false);
    }
    return takes("true") || takes("false") || takes("null") || takes(NUMBER) || takes(STRING);
  }

  /** Reads what stands between brackets, of which the first was taken. */
  private boolean list(char end, boolean isObject) {
    blanks();
    if (takes(String.valueOf(end))) {
      return true;
    }
    do {
      if (isObject && !key()) {
        return false;
      }
      if (!value()) {
        return false;
      }
      blanks();
    } while (takes(","));
    return takes(String.valueOf(end));
  }

  private boolean key() {
    blanks();
    if (!takes(STRING)) {
      return false;
    }
    blanks();
    return takes(":");
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean takes(String word) {
    boolean found = text.startsWith(word, at);
    at += found ? word.length() : 0;
    return found;
  }

  private boolean takes(Pattern pattern) {
    var matcher = pattern.matcher(text).region(at, text.length());
    boolean found = matcher.lookingAt();
    at = found ? matcher.end() : at;
    return found;
  }
}
