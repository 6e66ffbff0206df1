package io.headroom.cloudwatch;

import java.util.Optional;

/** What SetAlarmState refuses. "SetAlarmState", CloudWatch API Reference. */
final class StateRequest {
  private static final int MAX_REASON = 1_023;
  private static final int MAX_DATA = 4_000;

  private StateRequest() {}

  static void check(boolean exists, String reason, Optional<String> data) {
    if (!exists) {
      throw new AlarmException("ResourceNotFound", "");
    }
    if (reason.length() > MAX_REASON) {
      throw tooLong("stateReason", MAX_REASON);
    }
    if (data.isPresent()) {
      if (data.get().length() > MAX_DATA) {
        throw tooLong("stateReasonData", MAX_DATA);
      }
      if (!JsonText.isValid(data.get())) {
        throw new AlarmException(
            "InvalidFormat", "Data was not syntactically valid JSON: StateReasonData");
      }
    }
  }

  private static AlarmException tooLong(String field, int most) {
    return new AlarmException(
        AlarmProblem.VALIDATION_ERROR,
        ("1 validation error detected: Value at '%s' failed to satisfy constraint: Member must have"
                + " length less than or equal to %d")
            .formatted(field, most));
  }
}
