package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.ScheduledAction;
import io.headroom.testing.Rule;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ScheduledActionImportTest {

  private static Imported action(String properties) {
    return Imported.of(
        Imported.GROUP
            + """
              Nightly:
                Type: AWS::AutoScaling::ScheduledAction
                Properties: {AutoScalingGroupName: !Ref Web%s}
            """
                .formatted(properties));
  }

  private static Instant next(Imported imported, String from) {
    ScheduledAction action = imported.web().scheduledActions().get(0);
    return action.schedule().next(Instant.parse(from)).orElseThrow();
  }

  @Test
  @Rule("cloudformation 8.ScheduledAction")
  void recurrence_isInUtc() {
    Imported imported = action(", Recurrence: '30 6 * * 2', MinSize: '2', DesiredCapacity: 3");

    assertThat(imported.errors()).isEmpty();
    ScheduledAction action = imported.web().scheduledActions().get(0);
    assertThat(action.name()).isEqualTo("Nightly");
    assertThat(action.minimum()).isEqualTo(OptionalInt.of(2));
    assertThat(action.maximum()).isEqualTo(OptionalInt.empty());
    assertThat(action.desired()).isEqualTo(OptionalInt.of(3));
    // 2026-01-06 is a Tuesday.
    assertThat(next(imported, "2026-01-01T00:00:00Z"))
        .isEqualTo(Instant.parse("2026-01-06T06:30:00Z"));
  }

  @Test
  @Rule("cloudformation 8.ScheduledAction")
  void timeZone_movesTheRecurrence() {
    Imported imported = action(", Recurrence: '0 8 * * *', TimeZone: Europe/Paris, MaxSize: 5");

    assertThat(next(imported, "2026-01-01T00:00:00Z"))
        .isEqualTo(Instant.parse("2026-01-01T07:00:00Z"));
  }

  @Test
  @Rule("cloudformation 8.ScheduledAction")
  void startTimeAlone_isDueOnce() {
    Imported imported = action(", StartTime: 2026-02-01T00:00:00Z, DesiredCapacity: 4");

    ScheduledAction action = imported.web().scheduledActions().get(0);
    assertThat(next(imported, "2026-01-01T00:00:00Z"))
        .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(action.schedule().next(Instant.parse("2026-02-01T00:00:01Z"))).isEmpty();
  }

  @Test
  @Rule("cloudformation 10")
  void actionWithoutASize_isAnError() {
    assertThat(action(", Recurrence: '0 8 * * *'").errors())
        .containsExactly(
            "line 9: Resources.Nightly.Properties.DesiredCapacity:"
                + " ValidationError: give at least one of MinSize, MaxSize and DesiredCapacity");
  }

  @Test
  @Rule("cloudformation 8.ScheduledAction")
  void brokenTimes_areErrors() {
    assertThat(action(", Recurrence: '0 25 * * *', MinSize: 1").errors()).hasSize(1);
    assertThat(action(", MinSize: 1").errors().get(0)).endsWith("give Recurrence or StartTime");
    assertThat(action(", StartTime: tomorrow, MinSize: 1").errors().get(0))
        .endsWith("must be an instant such as 2026-11-27T00:00:00Z, found tomorrow");
    assertThat(action(", Recurrence: '0 8 * * *', TimeZone: Mars, MinSize: 1").errors().get(0))
        .endsWith("must be an IANA name such as Europe/Paris, found Mars");
  }

  @Test
  @Rule("cloudformation 8.ScheduledAction")
  void negativeSize_keepsTheSize() {
    Imported imported = action(", Recurrence: '0 8 * * *', MinSize: -1, MaxSize: 6");

    assertThat(imported.web().scheduledActions().get(0).minimum()).isEqualTo(OptionalInt.empty());
    assertThat(action(", Recurrence: '0 8 * * *', MinSize: -2").errors().get(0))
        .endsWith("must not be negative, found -2");
  }
}
