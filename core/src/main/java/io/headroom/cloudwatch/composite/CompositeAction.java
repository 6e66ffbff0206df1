package io.headroom.cloudwatch.composite;

import io.headroom.cloudwatch.AlarmState;
import java.util.Optional;

/**
 * What became of the actions of a composite alarm at one instant.
 *
 * @param timeNanos when, in nanoseconds since the start of the run
 * @param state the state whose actions it is about
 * @param suppressedBy what kept them from running; empty if they ran
 */
public record CompositeAction(
    long timeNanos, AlarmState state, Optional<SuppressedBy> suppressedBy) {}
