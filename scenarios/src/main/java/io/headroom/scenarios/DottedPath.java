package io.headroom.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path to a value of a scenario file.
 *
 * @param steps keys of maps and positions of lists, from the root; not empty
 */
record DottedPath(List<String> steps) {
  private static final Pattern STEP =
      Pattern.compile("\"([^\"]*)\"|'([^']*)'|\\[(\\d+)]|([^.\\[\"']+)");

  DottedPath {
    steps = List.copyOf(steps);
  }

  /** Reads {@code a.b}, {@code a.0.b}, {@code a[0].b} and {@code a."b.c"}. */
  static DottedPath parse(String text) {
    List<String> steps = new ArrayList<>();
    Matcher match = STEP.matcher(text);
    while (match.find()) {
      for (int group = 1; group <= match.groupCount(); group++) {
        String step = match.group(group);
        if (step != null) {
          steps.add(step.strip());
        }
      }
    }
    return new DottedPath(steps.isEmpty() ? List.of(text) : steps);
  }

  String first() {
    return steps.get(0);
  }

  boolean isLast() {
    return steps.size() == 1;
  }

  DottedPath rest() {
    return new DottedPath(steps.subList(1, steps.size()));
  }

  /** Returns the path below {@code Resources} for a path that begins with a logical id. */
  DottedPath ofProperty() {
    List<String> whole = new ArrayList<>(List.of("Resources", first(), "Properties"));
    whole.addAll(steps.subList(1, steps.size()));
    return new DottedPath(whole);
  }
}
