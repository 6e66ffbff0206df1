package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;
import java.util.Optional;

/**
 * One launch, termination or move of an instance, as {@code DescribeScalingActivities} tells it.
 *
 * @param id a number unique within the run, in order of start
 * @param group the group's name
 * @param instance the instance; empty when a launch failed before there was one
 * @param description AWS's text, such as {@code Launching a new EC2 instance: i-...}
 * @param cause AWS's text: clauses that begin with "At" and a time
 * @param startNanos when it began, in nanoseconds since the start of the run
 * @param endNanos when it ended; empty while it is under way
 * @param status how it stands
 * @param progress how far it has come, in percent
 * @param statusMessage why it failed; empty otherwise
 * @param departure why the instance leaves; empty if the activity is no termination
 */
public record ScalingActivity(
    int id,
    String group,
    Optional<String> instance,
    String description,
    String cause,
    long startNanos,
    Optional<Long> endNanos,
    ActivityStatus status,
    int progress,
    String statusMessage,
    Optional<Departure> departure) {
  ScalingActivity description(String newDescription) {
    return new ScalingActivity(
        id,
        group,
        instance,
        newDescription,
        cause,
        startNanos,
        endNanos,
        status,
        progress,
        statusMessage,
        departure);
  }

  ScalingActivity cause(String newCause) {
    return new ScalingActivity(
        id,
        group,
        instance,
        description,
        newCause,
        startNanos,
        endNanos,
        status,
        progress,
        statusMessage,
        departure);
  }
}
