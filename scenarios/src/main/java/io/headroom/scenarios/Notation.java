package io.headroom.scenarios;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A way to write a kind of value as text.
 *
 * @param <T> the values
 * @param allowed what may be written, as the end of the sentence "allowed: ..."
 * @param parser gives the value of a text, or nothing for any other text; never throws
 */
record Notation<T>(String allowed, Function<String, Optional<T>> parser) {
  /** Returns the value that a text stands for; empty if it stands for none. */
  Optional<T> parse(String text) {
    return parser.apply(text.strip());
  }

  /** Returns this notation for some of its values only. */
  Notation<T> where(Predicate<T> condition, String newAllowed) {
    return new Notation<>(newAllowed, text -> parser.apply(text).filter(condition));
  }

  /** Returns this notation for other values. */
  <U> Notation<U> map(Function<T, U> change) {
    return new Notation<>(allowed, text -> parser.apply(text).map(change));
  }
}
