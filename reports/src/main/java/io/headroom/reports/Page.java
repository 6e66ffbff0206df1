package io.headroom.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of text with a column of labels at the left. */
final class Page {
  /** Where the text beside a label begins. */
  static final int MARGIN = 11;

  private static final int GAP = 3;
  private static final Pattern WHITESPACE = Pattern.compile("\\s+");

  private final TextStyle style;
  private final StringBuilder text = new StringBuilder();

  Page(TextStyle style) {
    this.style = style;
  }

  int width() {
    return style.width();
  }

  void add(Line line) {
    text.append(line.render(style)).append('\n');
  }

  void blank() {
    text.append('\n');
  }

  /** Adds a line beside a label; without one if the label is empty. */
  void add(String label, Line line) {
    add(new Line().add(Ink.STRONG, label).to(MARGIN).addAll(line));
  }

  /** Adds pieces beside a label, as many on a line as there is room for. */
  void flow(String label, List<Line> pieces) {
    Line line = new Line().add(Ink.STRONG, label).to(MARGIN);
    for (Line piece : pieces) {
      if (line.length() > MARGIN && line.length() + GAP + piece.length() > width()) {
        add(line);
        line = new Line().to(MARGIN);
      }
      line.to(line.length() > MARGIN ? line.length() + GAP : MARGIN).addAll(piece);
    }
    add(line);
  }

  /** Adds words after a first piece, broken between words; later lines begin below the first. */
  void wrap(Line first, Ink ink, String words) {
    int indent = first.length();
    Line line = first;
    for (String word : lines(words, Math.max(1, width() - indent))) {
      add(line.to(indent).add(ink, word));
      line = new Line();
    }
  }

  private static List<String> lines(String words, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : WHITESPACE.splitAsStream(words.strip()).toList()) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  String text() {
    return text.toString();
  }
}
