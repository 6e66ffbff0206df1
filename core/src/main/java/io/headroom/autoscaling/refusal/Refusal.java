package io.headroom.autoscaling.refusal;

/**
 * One reason for which EC2 Auto Scaling refuses a request. A refused request changes nothing.
 *
 * @param code the error code
 * @param property the property of the request, and of the resource in a template, that is wrong,
 *     such as {@code MaxSize}
 * @param message what is wrong, in the words of the service where they are known
 */
public record Refusal(ErrorCode code, String property, String message) {

  /** Returns the refusal of a wrong parameter. */
  public static Refusal validation(String property, String message) {
    return new Refusal(ErrorCode.VALIDATION_ERROR, property, message);
  }

  /** Returns the code and the message, such as {@code ValidationError: Max bound, 1, ...}. */
  public String text() {
    return code + ": " + message;
  }

  @Override
  public String toString() {
    return text();
  }
}
