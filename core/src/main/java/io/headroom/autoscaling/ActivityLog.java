package io.headroom.autoscaling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The scaling activities of all groups of one run, in order of start. */
final class ActivityLog {
  private final List<ScalingActivity> activities = new ArrayList<>();

  /** Returns the activities as they stand; a view. */
  List<ScalingActivity> activities() {
    return Collections.unmodifiableList(activities);
  }

  /**
   * Begins an activity.
   *
   * @param begun the activity as it begins; its id is given here
   */
  Entry begin(Begun begun) {
    int id = activities.size() + 1;
    activities.add(
        new ScalingActivity(
            id,
            begun.group,
            begun.instance,
            begun.description,
            begun.cause,
            begun.timeNanos,
            Optional.empty(),
            begun.status,
            ""));
    return new Entry(id - 1);
  }

  /** What is known of an activity when it begins. */
  record Begun(
      long timeNanos,
      String group,
      Optional<String> instance,
      String description,
      String cause,
      ActivityStatus status) {}

  /** One activity under way. */
  final class Entry {
    private final int index;

    private Entry(int index) {
      this.index = index;
    }

    /** Tells how the activity stands now. */
    void becomes(ActivityStatus status, String description) {
      ScalingActivity old = activities.get(index);
      replace(old, description, status, Optional.empty(), "");
    }

    /** Ends the activity. */
    void end(long nowNanos, ActivityStatus status, String description) {
      end(nowNanos, status, description, "");
    }

    /** Ends the activity with a message about what went wrong. */
    void end(long nowNanos, ActivityStatus status, String description, String message) {
      replace(activities.get(index), description, status, Optional.of(nowNanos), message);
    }

    private void replace(
        ScalingActivity old,
        String description,
        ActivityStatus status,
        Optional<Long> endNanos,
        String message) {
      ScalingActivity changed =
          new ScalingActivity(
              old.id(),
              old.group(),
              old.instance(),
              description,
              old.cause(),
              old.startNanos(),
              endNanos,
              status,
              message);
      activities.set(index, changed);
    }
  }
}
