package io.headroom.cloudwatch.composite;

import io.headroom.cloudwatch.AlarmState;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A part of a rule. Its text parses to an equal part. */
interface RuleNode {
  /** The precedence of what needs no brackets. */
  int ATOM = 3;

  /** Returns whether the part holds. */
  boolean holds(Function<String, AlarmState> states);

  /** Returns the alarms that the part names, as they are written. */
  default Stream<String> references() {
    return parts().stream().flatMap(RuleNode::references);
  }

  /** Returns the parts directly below. */
  default List<RuleNode> parts() {
    return List.of();
  }

  /** Returns how tightly the part holds together: 0 for OR, 1 for AND, 2 for NOT. */
  default int precedence() {
    return ATOM;
  }

  /** Returns the text of the part. */
  String text();

  /** Returns the text of the part in a place that needs at least a precedence. */
  default String text(int least) {
    return precedence() >= least ? text() : "(" + text() + ")";
  }
}
