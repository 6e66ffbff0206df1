package io.headroom.autoscaling;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows an activity log from its beginning, by nothing but the descriptions, the times and the
 * status codes, and tells where that leaves each instance.
 */
final class ActivityReplay {
  private final Map<String, Kind> states;

  /**
   * Creates a replay that has read nothing.
   *
   * @param initial what is there when the log begins
   */
  ActivityReplay(Map<String, Kind> initial) {
    states = new LinkedHashMap<>(initial);
  }

  /** The descriptions of the log, and what an activity of each does to its instance. */
  private enum Line {
    LAUNCH(
        "Launching a new EC2 instance: ",
        ImmutableSet.of(),
        Kind.PENDING,
        Kind.IN_SERVICE,
        Kind.PENDING),
    LAUNCH_INTO_POOL(
        "Launching a new EC2 instance into warm pool: ",
        ImmutableSet.of(),
        Kind.WARMING,
        Kind.WARMED,
        Kind.WARMING),
    LAUNCH_FROM_POOL(
        "Launching a new EC2 instance from warm pool: ",
        ImmutableSet.of(Kind.WARMED),
        Kind.PENDING,
        Kind.IN_SERVICE,
        Kind.PENDING),
    RETURN_TO_POOL(
        "Returning EC2 instance to warm pool: ",
        ImmutableSet.of(Kind.IN_SERVICE),
        Kind.WARMING,
        Kind.WARMED,
        Kind.WARMING),
    TERMINATE(
        "Terminating EC2 instance: ",
        Sets.immutableEnumSet(EnumSet.complementOf(EnumSet.of(Kind.TERMINATING, Kind.GONE))),
        Kind.TERMINATING,
        Kind.GONE,
        Kind.RETAINED),
    TO_STANDBY(
        "Moving EC2 instance to Standby: ",
        ImmutableSet.of(Kind.IN_SERVICE),
        Kind.MOVING,
        Kind.STANDBY,
        Kind.MOVING),
    FROM_STANDBY(
        "Moving EC2 instance out of Standby: ",
        ImmutableSet.of(Kind.STANDBY),
        Kind.PENDING,
        Kind.IN_SERVICE,
        Kind.PENDING),
    DETACH(
        "Detaching EC2 instance: ",
        ImmutableSet.of(Kind.IN_SERVICE, Kind.STANDBY),
        Kind.MOVING,
        Kind.GONE,
        Kind.MOVING),
    ATTACH(
        "Attaching an existing EC2 instance: ",
        ImmutableSet.of(Kind.GONE),
        Kind.PENDING,
        Kind.IN_SERVICE,
        Kind.PENDING);

    final String words;
    final ImmutableSet<Kind> before;
    final Kind during;
    final Kind after;
    final Kind cancelled;

    Line(String words, ImmutableSet<Kind> before, Kind during, Kind after, Kind cancelled) {
      this.words = words;
      this.before = before;
      this.during = during;
      this.after = after;
      this.cancelled = cancelled;
    }

    static Line of(ScalingActivity activity) {
      return Arrays.stream(values())
          .filter(line -> activity.description().startsWith(line.words))
          .findFirst()
          .orElseThrow(() -> new AssertionError("unknown description: " + activity));
    }

    boolean mayBegin(Optional<Kind> present) {
      boolean isNew = this == LAUNCH || this == LAUNCH_INTO_POOL || this == ATTACH;
      return present.map(before::contains).orElse(isNew);
    }
  }

  /** A beginning or an end. */
  private record Event(long nanos, ScalingActivity activity, boolean isEnd) {}

  /** Reads a log, in order of time. */
  ActivityReplay read(List<ScalingActivity> log) {
    List<Event> events = new ArrayList<>();
    for (ScalingActivity activity : log) {
      if (activity.instance().isPresent()) {
        events.add(new Event(activity.startNanos(), activity, false));
        activity.endNanos().ifPresent(end -> events.add(new Event(end, activity, true)));
      }
    }
    events.sort(
        Comparator.comparingLong(Event::nanos)
            .thenComparing(event -> event.activity.id())
            .thenComparing(Event::isEnd));
    events.forEach(this::take);
    return this;
  }

  private void take(Event event) {
    Line line = Line.of(event.activity);
    String id = event.activity.instance().orElseThrow();
    if (!event.isEnd) {
      Optional<Kind> present = Optional.ofNullable(states.get(id));
      if (!line.mayBegin(present)) {
        throw new AssertionError("%s cannot follow %s".formatted(event.activity, present));
      }
      states.put(id, line.during);
    } else if (states.get(id) == line.during) {
      boolean successful = event.activity.status() == ActivityStatus.SUCCESSFUL;
      states.put(id, successful ? line.after : line.cancelled);
    }
  }

  /** Returns the instances that are in the group or its warm pool, and what they do. */
  Map<String, Kind> states() {
    Map<String, Kind> present = new LinkedHashMap<>(states);
    present.values().removeIf(kind -> kind == Kind.GONE);
    return present;
  }
}
