package io.headroom.cloudwatch;

/** Hears of the actions that an alarm runs. */
@FunctionalInterface
public interface AlarmActionListener {
  /**
   * Runs one action.
   *
   * @param action the ARN or key that the alarm lists
   * @param evaluation the newest evaluation of the alarm: a transition when the action runs for the
   *     first time in its state, else the one that a repeat goes by
   */
  void invoked(String action, AlarmEvaluation evaluation);
}
