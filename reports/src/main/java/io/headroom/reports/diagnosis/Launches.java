package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.ActivityStatus;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingActivity;
import java.util.List;

/** What the activity log tells about the launches of a group. */
final class Launches {
  private Launches() {}

  /** Returns the launches that came into service, in order of start. */
  static List<ScalingActivity> of(SimulationResult result, AutoScalingGroupSpec group) {
    return result.activities().stream()
        .filter(each -> each.group().equals(group.name()))
        .filter(each -> each.description().startsWith("Launching"))
        .filter(each -> each.status() == ActivityStatus.SUCCESSFUL)
        .toList();
  }

  /** Returns the mean time from running to an application that answers. */
  static double bootSeconds(SimulationResult result, AutoScalingGroupSpec group) {
    return group
        .launchConfiguration()
        .bootTime()
        .orElse(result.scenario().settings().timings().guestReady())
        .mean();
  }
}
