package io.headroom.reports;

/** What a piece of text stands for, and so its colour. */
enum Ink {
  PLAIN(""),
  STRONG("\u001b[1m"),
  FAINT("\u001b[2m"),
  GOOD("\u001b[32m"),
  BAD("\u001b[1;31m"),
  WARNING("\u001b[33m"),
  LOAD("\u001b[36m"),
  CAPACITY("\u001b[32m");

  private static final String RESET = "\u001b[0m";

  private final String sequence;

  Ink(String sequence) {
    this.sequence = sequence;
  }

  String paint(String text) {
    return this == PLAIN || text.isBlank() ? text : sequence + text + RESET;
  }
}
