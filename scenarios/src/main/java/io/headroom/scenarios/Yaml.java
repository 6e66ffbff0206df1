package io.headroom.scenarios;

import java.util.Set;
import java.util.regex.Pattern;

/** Writes texts so that YAML 1.1 reads the same texts back. */
final class Yaml {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./-]*");

  /** Words that YAML 1.1 takes for something else than a text. */
  private static final Set<String> RESERVED =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

  private Yaml() {}

  static String text(String text) {
    return PLAIN.matcher(text).matches()
            && !RESERVED.contains(text.toLowerCase(java.util.Locale.ROOT))
        ? text
        : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> append(quoted, point));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    if (point == '"' || point == '\\') {
      quoted.append('\\').appendCodePoint(point);
    } else if (Character.isISOControl(point)) {
      quoted.append("\\u%04x".formatted(point));
    } else {
      quoted.appendCodePoint(point);
    }
  }
}
