package io.headroom.cloudformation.template;

/**
 * Something about a template that its author should know.
 *
 * @param severity whether the template can be used all the same
 * @param line the line of the source, counted from 1; 0 if no line is to blame
 * @param path the place in dotted form, as in {@code Resources.WebGroup.Properties.MinSize}; empty
 *     for the template as a whole
 * @param message what was found and what is allowed
 */
public record Problem(Severity severity, int line, String path, String message) {

  private static final String NO_SUCH_PROPERTY = " has no such property";

  /** Whether a template can be used in spite of a problem. */
  public enum Severity {
    /** The service would refuse the template, or the model would lack an essential value. */
    ERROR,
    /** The model may differ from what the author meant. */
    WARNING,
    /** Worth knowing, without influence on the run. */
    NOTE
  }

  /**
   * Returns the words for a property that the service does not know.
   *
   * @param type the type of the resource
   */
  public static String noSuchProperty(String type) {
    return type + NO_SUCH_PROPERTY;
  }

  /** Returns whether a property is unknown to the service. */
  public boolean isUnknownProperty() {
    return message.contains(NO_SUCH_PROPERTY);
  }

  /** Returns whether the template cannot be used. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Returns the problem on one line: line number, severity, place and message. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (line > 0) {
      text.append("line ").append(line).append(": ");
    }
    if (!path.isEmpty()) {
      text.append(path).append(": ");
    }
    return text.append(message).toString();
  }
}
