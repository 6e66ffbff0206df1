package io.headroom.reports;

import io.headroom.autoscaling.ActivityStatus;
import io.headroom.autoscaling.ScalingActivity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The activities of one group that came from one decision: their causes begin with the same clause
 * (autoscaling AC1).
 *
 * @param activities at least one, in order of start
 */
record ActivityGroup(List<ScalingActivity> activities) {
  private static final String LAUNCH = "Launching";
  private static final String TERMINATION = "Terminating";

  private record Key(String group, String clause) {}

  /** Returns the groups in order of their first activities. */
  static List<ActivityGroup> of(List<ScalingActivity> activities) {
    Map<Key, List<ScalingActivity>> groups = new LinkedHashMap<>();
    for (ScalingActivity activity : activities) {
      Key key = new Key(activity.group(), Cause.clauses(activity.cause()).get(0));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(activity);
    }
    return groups.values().stream().map(ActivityGroup::new).toList();
  }

  String group() {
    return activities.get(0).group();
  }

  long startNanos() {
    return activities.get(0).startNanos();
  }

  Cause cause() {
    return Cause.of(activities.get(0).cause());
  }

  /** Returns what was done in a few characters: {@code +4}, {@code −1}, {@code +2 −2}. */
  String effect() {
    List<String> parts = new ArrayList<>();
    add(parts, "+", count(LAUNCH));
    add(parts, "−", count(TERMINATION));
    return String.join(" ", parts);
  }

  private static void add(List<String> parts, String sign, long count) {
    if (count > 0) {
      parts.add(sign + count);
    }
  }

  private long count(String verb) {
    return activities.stream()
        .filter(activity -> !hasFailed(activity) && activity.description().startsWith(verb))
        .count();
  }

  /** Returns how many activities failed or were cancelled. */
  long failures() {
    return activities.stream().filter(ActivityGroup::hasFailed).count();
  }

  /** Returns why the first of them failed; empty if none did. */
  Optional<String> failure() {
    return activities.stream()
        .filter(ActivityGroup::hasFailed)
        .findFirst()
        .map(ScalingActivity::statusMessage);
  }

  private static boolean hasFailed(ScalingActivity activity) {
    return activity.status() == ActivityStatus.FAILED
        || activity.status() == ActivityStatus.CANCELLED;
  }
}
