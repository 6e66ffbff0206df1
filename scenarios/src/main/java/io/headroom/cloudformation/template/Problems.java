package io.headroom.cloudformation.template;

import io.headroom.cloudformation.template.Problem.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the problems of one template, so that all are reported at once. A problem that is found
 * twice counts once. Not thread-safe.
 */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();

  /** Creates an empty collection. */
  public Problems() {}

  /** Adds a problem that makes the template unusable. */
  public void error(int line, String path, String message) {
    found.add(new Problem(Severity.ERROR, line, path, message));
  }

  /** Adds a problem that may make the model differ from what was meant. */
  public void warning(int line, String path, String message) {
    found.add(new Problem(Severity.WARNING, line, path, message));
  }

  /** Adds a remark. */
  public void note(int line, String path, String message) {
    found.add(new Problem(Severity.NOTE, line, path, message));
  }

  /** Adds problems that were found elsewhere. */
  public void addAll(Collection<Problem> others) {
    found.addAll(others);
  }

  /** Returns whether one of the problems makes the template unusable. */
  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /** Returns the problems: errors before warnings before notes, each by line. */
  public List<Problem> list() {
    return found.stream()
        .sorted(Comparator.comparing(Problem::severity).thenComparing(Problem::line))
        .toList();
  }
}
