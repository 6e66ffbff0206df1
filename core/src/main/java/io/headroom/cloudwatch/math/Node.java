package io.headroom.cloudwatch.math;

import io.headroom.cloudwatch.math.value.MathException;
import io.headroom.cloudwatch.math.value.MathScope;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.List;

/** A part of an expression. Its text parses to an equal part, but for positions. */
interface Node {
  /** The precedence of what needs no brackets. */
  int ATOM = 7;

  /** Returns the value of the part. */
  MathValue evaluate(MathScope scope);

  /** Returns the place of the part, counted in characters from 1. */
  int position();

  /** Returns the parts directly below. */
  default List<Node> parts() {
    return List.of();
  }

  /** Returns how tightly the part holds together. */
  default int precedence() {
    return ATOM;
  }

  /** Returns the text of the part. */
  String text();

  /** Returns the text of the part in a place that needs at least a precedence. */
  default String text(int least) {
    return precedence() >= least ? text() : "(" + text() + ")";
  }

  /** Returns the refusal of something that has no value on its own. */
  default MathException noValue() {
    return new MathException("Unexpected " + text(), position());
  }
}
