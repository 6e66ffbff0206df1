package io.headroom.cloudwatch.math;

/**
 * A piece of an expression.
 *
 * @param kind what it is
 * @param text how it is written; a text without its quotes
 * @param position where it begins, counted in characters from 1
 */
record Token(Kind kind, String text, int position) {
  /** The kinds of pieces. */
  enum Kind {
    /** A number without a sign. */
    NUMBER,
    /** A text in quotes. */
    TEXT,
    /** An id: it begins with a lower-case letter. */
    ID,
    /** A function or a word: it begins with a capital letter. */
    WORD,
    /** An operator, a bracket or a comma. */
    SIGN,
    /** The end of the expression. */
    END
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
  }

  /** Returns the piece as a message names it. */
  String words() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
