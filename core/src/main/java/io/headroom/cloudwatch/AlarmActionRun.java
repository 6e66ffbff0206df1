package io.headroom.cloudwatch;

/**
 * An action that an alarm ran, once or repeatedly while its state lasted.
 *
 * @param action the ARN or key that the alarm lists
 * @param state the state whose action it is
 * @param firstNanos when it ran first, in nanoseconds since the start of the run
 * @param lastNanos when it ran last; {@code firstNanos} if once
 * @param times how often it ran, at least 1
 */
public record AlarmActionRun(
    String action, AlarmState state, long firstNanos, long lastNanos, int times) {}
