package io.headroom.reports;

import java.util.ArrayList;
import java.util.List;

/** One line of text, made of pieces of different ink; lengths are in code points. */
final class Line {
  private static final String CUT = "…";

  private record Span(Ink ink, String text) {}

  private final List<Span> spans = new ArrayList<>();
  private int length;

  static Line of(String text) {
    return new Line().add(text);
  }

  Line add(String text) {
    return add(Ink.PLAIN, text);
  }

  Line add(Ink ink, String text) {
    // A name from a user's file must not move the cursor of a terminal.
    String printable = text.replaceAll("\\p{Cntrl}", " ");
    spans.add(new Span(ink, printable));
    length += printable.codePointCount(0, printable.length());
    return this;
  }

  /** Adds text with blanks before it, so that it ends at least {@code width} columns further. */
  Line addRight(Ink ink, int width, String text) {
    add(" ".repeat(Math.max(0, width - text.codePointCount(0, text.length()))));
    return add(ink, text);
  }

  /** Adds blanks up to a column, if the line is shorter. */
  Line to(int column) {
    return add(" ".repeat(Math.max(0, column - length)));
  }

  Line addAll(Line other) {
    other.spans.forEach(span -> add(span.ink, span.text));
    return this;
  }

  int length() {
    return length;
  }

  String render(TextStyle style) {
    StringBuilder out = new StringBuilder();
    int room = length > style.width() ? style.width() - 1 : length;
    for (Span span : spans) {
      String piece = head(span.text, room);
      room -= piece.codePointCount(0, piece.length());
      out.append(render(span.ink, piece, style));
    }
    return (length > style.width() ? out.append(render(Ink.PLAIN, CUT, style)) : out)
        .toString()
        .stripTrailing();
  }

  private static String head(String text, int characters) {
    return text.codePointCount(0, text.length()) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters));
  }

  private static String render(Ink ink, String text, TextStyle style) {
    String shown = style.glyphs() == TextStyle.Glyphs.ASCII ? AsciiText.of(text) : text;
    return style.colour() == TextStyle.Colour.ON ? ink.paint(shown) : shown;
  }
}
