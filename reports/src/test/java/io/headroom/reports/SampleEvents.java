package io.headroom.reports;

import io.headroom.ReactionBudget;
import io.headroom.ReactionBudget.Part;
import io.headroom.ReactionBudget.Stage;
import io.headroom.autoscaling.ActivityStatus;
import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Entries of the logs, made by hand; times are seconds since the start of the run. */
final class SampleEvents {
  private SampleEvents() {}

  static ScalingActivity launch(int id, long second, String cause) {
    return activity(id, second, "Launching a new EC2 instance: " + instance(id), cause);
  }

  static ScalingActivity termination(int id, long second, String cause) {
    return activity(id, second, "Terminating EC2 instance: " + instance(id), cause);
  }

  private static ScalingActivity activity(int id, long second, String description, String cause) {
    return new ScalingActivity(
        id,
        "WebGroup",
        Optional.of(instance(id)),
        description,
        cause,
        second * SimTime.SECOND,
        Optional.of((second + 32) * SimTime.SECOND),
        ActivityStatus.SUCCESSFUL,
        100,
        "",
        Optional.empty());
  }

  static ScalingActivity failedLaunch(int id, long second, String cause) {
    return new ScalingActivity(
        id,
        "WebGroup",
        Optional.empty(),
        "Launching a new EC2 instance.  Status Reason: We currently do not have capacity.",
        cause,
        second * SimTime.SECOND,
        Optional.of((second + 1) * SimTime.SECOND),
        ActivityStatus.FAILED,
        100,
        "We currently do not have capacity.",
        Optional.empty());
  }

  static ScalingActivity inGroup(String group, ScalingActivity activity) {
    return new ScalingActivity(
        activity.id(),
        group,
        activity.instance(),
        activity.description(),
        activity.cause(),
        activity.startNanos(),
        activity.endNanos(),
        activity.status(),
        activity.progress(),
        activity.statusMessage(),
        activity.departure());
  }

  private static String instance(int id) {
    return "i-0000000000000000" + id;
  }

  /** The cause of a change by SurgeAlarm and SurgeStep, at a time of day on 2026-11-27. */
  static String byAlarm(String time, int from, int to) {
    return ("At 2026-11-27T%sZ a monitor alarm SurgeAlarm in state ALARM triggered policy SurgeStep"
            + " changing the desired capacity from %d to %d.  At 2026-11-27T%sZ an instance was"
            + " started in response to a difference between desired and actual capacity,"
            + " increasing the capacity from %d to %d.")
        .formatted(time, from, to, time, from, to);
  }

  static LedgerEntry entry(long second, int before, OptionalInt wanted, Obstacle... obstacles) {
    return new LedgerEntry(
        second * SimTime.SECOND,
        second * SimTime.SECOND,
        1,
        "WebGroup",
        "SurgeStep",
        "CPUUtilization 92.1 at 20:02, SurgeAlarm in ALARM",
        "60 % of 6 is 3.6, at least 2",
        before,
        wanted,
        obstacles.length == 0 ? wanted.orElse(before) : before,
        List.of(obstacles),
        Optional.of("SurgeAlarm"));
  }

  /** An entry that stands for evaluations once a minute. */
  static LedgerEntry repeated(LedgerEntry entry, int times) {
    return new LedgerEntry(
        entry.timeNanos(),
        entry.timeNanos() + (times - 1) * SimTime.MINUTE,
        times,
        entry.group(),
        entry.policy(),
        entry.saw(),
        entry.reason(),
        entry.desiredBefore(),
        entry.wanted(),
        entry.desiredAfter(),
        entry.obstacles(),
        entry.alarm());
  }

  /** A budget with lengths in milliseconds, in the order of the stages. */
  static ReactionBudget reaction(long riseSecond, long... millis) {
    List<Stage> stages = List.of(Stage.values());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < millis.length; i++) {
      parts.add(new Part(stages.get(i), Duration.ofMillis(millis[i])));
    }
    return new ReactionBudget("WebGroup", "SurgeStep", riseSecond * SimTime.SECOND, 4, parts);
  }
}
