package io.headroom.cloudwatch.composite;

import io.headroom.cloudwatch.AlarmState;

/**
 * A change of state of a composite alarm.
 *
 * @param timeNanos when, in nanoseconds since the start of the run
 * @param from the state before
 * @param to the state after
 * @param reason why: the rule and the states of the alarms that it names
 */
public record CompositeTransition(long timeNanos, AlarmState from, AlarmState to, String reason) {}
