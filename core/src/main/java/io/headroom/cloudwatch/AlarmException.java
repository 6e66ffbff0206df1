package io.headroom.cloudwatch;

/** A request that the service refuses, with its error code. */
public final class AlarmException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * Creates a refusal.
   *
   * @param code the service's error code, such as {@code ResourceNotFound}
   * @param message what is wrong; the service has none for some codes
   */
  public AlarmException(String code, String message) {
    super(message.isEmpty() ? code : code + ": " + message);
    this.code = code;
  }

  /** Returns the service's error code. */
  public String code() {
    return code;
  }
}
