package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The scaling activities of all groups of one run, in order of start. */
final class ActivityLog {
  private static final int DONE = 100;

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
            begun.step.status,
            begun.step.progress,
            "",
            begun.departure));
    return new Entry(id - 1);
  }

  /** What is known of an activity when it begins. */
  record Begun(
      long timeNanos,
      String group,
      Optional<String> instance,
      String description,
      String cause,
      Step step,
      Optional<Departure> departure) {
    Begun(
        long timeNanos,
        String group,
        Optional<String> instance,
        String description,
        String cause,
        Step step) {
      this(timeNanos, group, instance, description, cause, step, Optional.empty());
    }
  }

  /**
   * How far an activity has come.
   *
   * @param progress in percent
   */
  record Step(ActivityStatus status, int progress) {
    /** A launch until the instance is in service; also the way back from standby (AC3, AC5). */
    static final Step PRE_IN_SERVICE = new Step(ActivityStatus.PRE_IN_SERVICE, 30);

    /** A termination at its beginning (AC4). */
    static final Step BEGUN = new Step(ActivityStatus.IN_PROGRESS, 0);

    /** A move to standby, or out of the group (AC5). */
    static final Step MOVING = new Step(ActivityStatus.IN_PROGRESS, 50);

    /** A termination while it drains. */
    static final Step DRAINING = new Step(ActivityStatus.WAITING_FOR_ELB_CONNECTION_DRAINING, 50);

    /** A lifecycle hook holds the instance. */
    static final Step HOOKED = new Step(ActivityStatus.MID_LIFECYCLE_ACTION, 60);

    /** A termination after draining and hooks. */
    static final Step ENDING = new Step(ActivityStatus.IN_PROGRESS, 75);
  }

  /** One activity under way. */
  final class Entry {
    private final int index;

    private Entry(int index) {
      this.index = index;
    }

    /** Tells how the activity stands now. */
    void becomes(Step step) {
      becomes(step, activities.get(index).description());
    }

    /** Tells how the activity stands now, with another description. */
    void becomes(Step step, String description) {
      ScalingActivity old = activities.get(index);
      if (old.endNanos().isEmpty()) {
        replace(old.description(description), step, Optional.empty(), "");
      }
    }

    /** Tells the cause of an activity that began without one. */
    void cause(String cause) {
      activities.set(index, activities.get(index).cause(cause));
    }

    /** Ends the activity under the description that it has. */
    void end(long nowNanos, ActivityStatus status) {
      end(nowNanos, status, "");
    }

    /** Ends the activity with a message about what went wrong; no effect on one that has ended. */
    void end(long nowNanos, ActivityStatus status, String message) {
      ScalingActivity old = activities.get(index);
      if (old.endNanos().isEmpty()) {
        replace(old, new Step(status, DONE), Optional.of(nowNanos), message);
      }
    }

    private void replace(ScalingActivity old, Step step, Optional<Long> endNanos, String message) {
      ScalingActivity changed =
          new ScalingActivity(
              old.id(),
              old.group(),
              old.instance(),
              old.description(),
              old.cause(),
              old.startNanos(),
              endNanos,
              step.status,
              step.progress,
              message,
              old.departure());
      activities.set(index, changed);
    }
  }
}
