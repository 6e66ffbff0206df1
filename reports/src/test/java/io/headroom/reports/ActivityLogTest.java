package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.reports.SampleEvents.byAlarm;
import static io.headroom.reports.SampleEvents.failedLaunch;
import static io.headroom.reports.SampleEvents.launch;

import io.headroom.autoscaling.ActivityStatus;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.testing.Rule;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ActivityLogTest {

  @Test
  void activity_hasTheFieldsOfTheApi() {
    SampleResults result =
        SampleResults.named("web").activity(launch(1, 10, byAlarm("00:00:05", 1, 2)));

    assertThat(ActivityLog.of(result.build()))
        .isEqualTo(
            """
            ActivityId            1
            AutoScalingGroupName  WebGroup
            Description           Launching a new EC2 instance: i-00000000000000001
            Cause                 At 2026-11-27T00:00:05Z a monitor alarm SurgeAlarm in state \
            ALARM triggered policy SurgeStep changing the desired capacity from 1 to 2.
                                  At 2026-11-27T00:00:05Z an instance was started in response \
            to a difference between desired and actual capacity, increasing the capacity from \
            1 to 2.
            StartTime             2026-11-27T00:00:10.000Z
            EndTime               2026-11-27T00:00:42.000Z
            StatusCode            Successful
            Progress              100
            """);
  }

  @Test
  void failure_hasItsReason() {
    SampleResults result = SampleResults.named("web").activity(failedLaunch(1, 10, "At once."));

    assertThat(ActivityLog.of(result.build()))
        .endsWith(
            """
            StatusCode            Failed
            Progress              100
            StatusMessage         We currently do not have capacity.
            """);
  }

  @Test
  @Rule("autoscaling M7")
  void activities_areNewestFirstAfterThoseUnderWay() {
    ScalingActivity underWay =
        new ScalingActivity(
            1,
            "WebGroup",
            Optional.of("i-1"),
            "Terminating EC2 instance: i-1",
            "",
            5,
            Optional.empty(),
            ActivityStatus.IN_PROGRESS,
            0,
            "",
            Optional.empty());
    SampleResults result =
        SampleResults.named("web").activity(underWay, launch(2, 10, ""), launch(3, 20, ""));

    assertThat(
            ActivityLog.of(result.build())
                .lines()
                .filter(line -> line.startsWith("ActivityId"))
                .toList())
        .containsExactly(
            "ActivityId            1", "ActivityId            3", "ActivityId            2")
        .inOrder();
  }

  @Test
  void log_isEmptyWithoutActivities() {
    assertThat(ActivityLog.of(SampleResults.named("web").build())).isEmpty();
  }
}
