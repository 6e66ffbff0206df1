package io.headroom;

import io.headroom.autoscaling.GroupCapacity;
import io.headroom.autoscaling.GroupStatus;
import java.util.List;

/** The columns of one group, found once. */
final class GroupColumns {
  private final GroupStatus group;
  private final Column desired;
  private final Column inService;
  private final Column pending;
  private final Column terminating;
  private final Column inFlight;
  private final Column utilisation;

  GroupColumns(GroupStatus group, SeriesRecorder series) {
    String name = group.spec().name();
    this.group = group;
    desired = series.column(name + ".desired", "instances");
    inService = series.column(name + ".inService", "instances");
    pending = series.column(name + ".pending", "instances");
    terminating = series.column(name + ".terminating", "instances");
    inFlight = series.column(name + ".inFlight", "requests");
    utilisation = series.column(name + ".utilisation", "share");
  }

  /** Writes a row. */
  void record(Utilisation use) {
    GroupCapacity capacity = group.capacity();
    desired.add(capacity.desired());
    inService.add(capacity.inService());
    pending.add(capacity.pending());
    terminating.add(capacity.terminating());
    inFlight.add(group.inFlight());
    utilisation.add(use.of(group.spec().name()));
  }

  /** Writes the newest row so many times more. */
  void repeat(int times) {
    for (Column column : List.of(desired, inService, pending, terminating, inFlight, utilisation)) {
      column.repeat(times);
    }
  }
}
