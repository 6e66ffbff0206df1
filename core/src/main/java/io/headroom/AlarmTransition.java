package io.headroom;

import io.headroom.cloudwatch.AlarmState;

/**
 * A change of state of an alarm.
 *
 * @param timeNanos when, in nanoseconds since the start of the run
 * @param alarm the alarm's name
 * @param from the state before
 * @param to the state after
 * @param reason why, in AWS's words
 */
public record AlarmTransition(
    long timeNanos, String alarm, AlarmState from, AlarmState to, String reason) {}
