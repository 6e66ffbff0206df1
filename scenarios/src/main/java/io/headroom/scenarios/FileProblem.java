package io.headroom.scenarios;

import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problem.Severity;

/**
 * Something that is wrong, or worth knowing, about a scenario file or one of the files it names.
 *
 * @param source the file, or the option of the command line
 * @param line the line, counted from 1; 0 if no line is to blame
 * @param field the dotted path to the value; empty for the file as a whole
 * @param severity whether the scenario can run all the same
 * @param message what was found and what is allowed
 */
public record FileProblem(
    String source, int line, String field, Severity severity, String message) {

  /** Returns a problem of a file, at its own line. */
  static FileProblem of(Problem problem, String source) {
    return new FileProblem(
        source, problem.line(), problem.path(), problem.severity(), problem.message());
  }

  /** Returns an error of a file as a whole. */
  static FileProblem error(String source, String message) {
    return new FileProblem(source, 0, "", Severity.ERROR, message);
  }

  /** Returns the same problem with a source that has no lines. */
  FileProblem withoutLine() {
    return new FileProblem(source, 0, field, severity, message);
  }

  /** Returns the same problem as one that keeps the scenario from running. */
  FileProblem asError() {
    return new FileProblem(source, line, field, Severity.ERROR, message);
  }

  /** Returns whether the scenario cannot run. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /**
   * Returns whether the scenario runs as it was meant, and there is something to know all the same.
   */
  public boolean isNote() {
    return severity == Severity.NOTE;
  }

  /** Returns {@code source:line: field: message}. */
  @Override
  public String toString() {
    String place = line > 0 ? source + ":" + line : source;
    return (field.isEmpty() ? place : place + ": " + field) + ": " + message;
  }
}
