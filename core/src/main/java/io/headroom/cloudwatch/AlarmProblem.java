package io.headroom.cloudwatch;

/**
 * One reason for which CloudWatch would refuse an alarm.
 *
 * @param code the error code of the service, such as {@code ValidationError}
 * @param property the property of PutMetricAlarm, and of {@code AWS::CloudWatch::Alarm}, that is
 *     wrong, such as {@code Period}
 * @param message what is wrong, in the words of the service where they are known
 */
public record AlarmProblem(String code, String property, String message) {
  /** A value breaks a rule of the request. */
  public static final String VALIDATION_ERROR = "ValidationError";

  /** A value is not one that the parameter takes. */
  public static final String INVALID_PARAMETER_VALUE = "InvalidParameterValue";

  @Override
  public String toString() {
    return property + ": " + message;
  }
}
