package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import java.util.Optional;

/** Looks for one kind of mistake in what a run left behind about one group. */
@FunctionalInterface
interface Detector {
  /** Returns what it found; empty if the run does not show the mistake. */
  Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group);
}
