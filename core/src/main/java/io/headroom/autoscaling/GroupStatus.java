package io.headroom.autoscaling;

/** A view of one group in one run, as it stands. */
public interface GroupStatus {
  /** Returns the settings of the group as they stand; the sizes are those of the start. */
  AutoScalingGroupSpec spec();

  /** Returns the names of the group's metrics. */
  GroupIdentity identity();

  /** Returns the capacity now. */
  GroupCapacity capacity();

  /** Returns how the capacity went since the start of the run; its values are those of now. */
  CapacityHistory history();

  /** Returns how many requests the group's instances hold now: in service or waiting. */
  int inFlight();
}
