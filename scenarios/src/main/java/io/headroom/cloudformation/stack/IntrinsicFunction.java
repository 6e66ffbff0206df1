package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.TemplateNode;
import java.util.Optional;

/** A function of the template language. */
@FunctionalInterface
interface IntrinsicFunction {

  /**
   * Returns what the function gives; empty if it removes the value. A fault is reported, and an
   * unknown value stands for the result.
   *
   * @param argument the argument as written, so that a function may leave parts unevaluated
   */
  Optional<TemplateNode> apply(TemplateNode argument, Evaluator evaluator);
}
