package io.headroom.scenarios;

import io.headroom.cloudformation.template.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A section in which exactly one key names what the section is: a law, a workload.
 *
 * @param <T> what the names stand for
 * @param what what is named, with its article, such as {@code a law}
 * @param meanings what each name stands for
 * @param others keys that may stand beside the one
 */
record OneKey<T>(String what, Map<String, T> meanings, Set<String> others) {
  /** The key that was found. */
  record Found<T>(String key, T meaning) {}

  /** Returns the one key of a section; none, several or an unknown one is a problem. */
  Optional<Found<T>> in(Section section) {
    List<String> keys = section.keys().stream().filter(key -> !others.contains(key)).toList();
    keys.forEach(section::has);
    if (keys.size() != 1) {
      String found = keys.isEmpty() ? "none" : String.join(" and ", keys);
      section.problem("found %s; allowed: one of %s".formatted(found, names()));
      return Optional.empty();
    }
    String key = keys.get(0);
    T meaning = meanings.get(key);
    if (meaning == null) {
      section.problem(
          key,
          "is not %s%s; allowed: %s"
              .formatted(what, Nearest.hint(key, meanings.keySet()), names()));
      return Optional.empty();
    }
    return Optional.of(new Found<>(key, meaning));
  }

  private String names() {
    return String.join(", ", meanings.keySet());
  }
}
