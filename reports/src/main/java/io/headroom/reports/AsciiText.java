package io.headroom.reports;

/** Replaces each character that ASCII lacks by one that it has, so that columns stay in line. */
final class AsciiText {
  private static final String UNICODE = "▁▂▃▄▅▆▇█▏─│┤└┴·→–−…µ✓✗";
  private static final String ASCII = "...::::#|-|+++|>--~u+x";
  private static final int LAST_ASCII = '~';

  private AsciiText() {}

  static String of(String text) {
    return text.codePoints()
        .map(AsciiText::replace)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int replace(int character) {
    int known = UNICODE.indexOf(character);
    if (known >= 0) {
      return ASCII.charAt(known);
    }
    return character > LAST_ASCII ? '?' : character;
  }
}
