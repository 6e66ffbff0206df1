package io.headroom.reports;

/**
 * How text for a terminal looks.
 *
 * @param width the longest line in columns, in [60, 200]; longer lines are wrapped or cut
 * @param glyphs which characters may be used
 * @param colour whether text is coloured
 */
public record TextStyle(int width, Glyphs glyphs, Colour colour) {
  /** 96 columns of Unicode without colour. */
  public static final TextStyle PLAIN = new TextStyle(96, Glyphs.UNICODE, Colour.OFF);

  private static final int NARROWEST = 60;
  private static final int WIDEST = 200;

  /** The characters that a terminal can show. */
  public enum Glyphs {
    /** Block and line characters of the Basic Multilingual Plane. */
    UNICODE,
    /** Printable ASCII only; every other character is replaced by one of the same width. */
    ASCII
  }

  /** Whether text carries the ANSI sequences for colour. */
  public enum Colour {
    /** Coloured. */
    ON,
    /** Plain. */
    OFF
  }

  /**
   * Checks the width.
   *
   * @throws IllegalArgumentException if the width is not in [60, 200]
   */
  public TextStyle {
    if (width < NARROWEST || width > WIDEST) {
      throw new IllegalArgumentException(
          "width must be in [" + NARROWEST + ", " + WIDEST + "], was " + width);
    }
  }

  /** Returns a copy as wide as a terminal of so many columns allows, within [60, 200]. */
  public TextStyle fitting(int columns) {
    return new TextStyle(Math.max(NARROWEST, Math.min(WIDEST, columns)), glyphs, colour);
  }

  /** Returns a copy with other characters. */
  public TextStyle glyphs(Glyphs newGlyphs) {
    return new TextStyle(width, newGlyphs, colour);
  }

  /** Returns a copy with or without colour. */
  public TextStyle colour(Colour newColour) {
    return new TextStyle(width, glyphs, newColour);
  }
}
