package io.headroom.cloudwatch.math.function;

import io.headroom.cloudwatch.math.value.MathValue;
import java.util.Optional;

/**
 * One argument of a call, evaluated.
 *
 * @param text how it is written; without quotes if it is a text
 * @param position its place in the expression, counted in characters from 1
 * @param form what kind of thing it is
 * @param value its value, if it has one; words and texts have none
 */
public record Argument(String text, int position, Form form, Optional<MathValue> value) {
  /** The kinds of arguments. */
  public enum Form {
    /** A word in capital letters, such as REPEAT. */
    WORD,
    /** A text in quotes. */
    TEXT,
    /** The id of a metric or an expression, and nothing else. */
    ID,
    /** Anything else that has a value. */
    EXPRESSION
  }

  /** Returns the type of the argument, for a message. */
  String type() {
    return value
        .map(MathValue::type)
        .orElseGet(() -> form == Form.TEXT ? "a text" : "the word " + text);
  }
}
