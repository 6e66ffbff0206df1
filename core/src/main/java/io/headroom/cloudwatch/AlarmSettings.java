package io.headroom.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * The choices that CloudWatch's documentation leaves open about alarms, and the wall clock.
 *
 * @param start the instant of simulated time zero, a whole minute; it dates the texts of state
 *     reasons and anchors hours and wall clock windows
 * @param evaluationRange how many buckets an alarm asks for
 * @param youngBreach the state for a breach that is too young
 * @param phaseSeconds the second at which every alarm is evaluated, 0 to 3599, taken modulo its
 *     interval; by default each alarm draws its own from the seed and its name
 * @param repeats when scaling actions run again
 */
public record AlarmSettings(
    Instant start,
    EvaluationRange evaluationRange,
    YoungBreach youngBreach,
    OptionalInt phaseSeconds,
    ActionRepeats repeats) {
  /** The defaults, with simulated time zero at 1970-01-01T00:00:00Z. */
  public static final AlarmSettings DEFAULT =
      new AlarmSettings(
          Instant.EPOCH,
          EvaluationRange.DEFAULT,
          YoungBreach.OK,
          OptionalInt.empty(),
          ActionRepeats.DEFAULT);

  /**
   * Checks the start and the phase.
   *
   * @throws IllegalArgumentException if the start is no whole minute or the phase out of range
   */
  public AlarmSettings {
    if (start.getNano() != 0 || start.getEpochSecond() % 60 != 0) {
      throw new IllegalArgumentException("start must be a whole minute, was " + start);
    }
    phaseSeconds.ifPresent(AlarmSettings::requirePhase);
  }

  private static void requirePhase(int seconds) {
    if (seconds < 0 || seconds >= 3600) {
      throw new IllegalArgumentException("phaseSeconds must be in [0, 3600), was " + seconds);
    }
  }

  /** Returns the same with another instant of simulated time zero. */
  public AlarmSettings withStart(Instant newStart) {
    return new AlarmSettings(newStart, evaluationRange, youngBreach, phaseSeconds, repeats);
  }

  /** Returns the same with another evaluation range. */
  public AlarmSettings withEvaluationRange(EvaluationRange newRange) {
    return new AlarmSettings(start, newRange, youngBreach, phaseSeconds, repeats);
  }

  /** Returns the same with another state for a breach that is too young. */
  public AlarmSettings withYoungBreach(YoungBreach newYoungBreach) {
    return new AlarmSettings(start, evaluationRange, newYoungBreach, phaseSeconds, repeats);
  }

  /** Returns the same with one phase for all alarms. */
  public AlarmSettings withPhase(Duration phase) {
    return new AlarmSettings(
        start,
        evaluationRange,
        youngBreach,
        OptionalInt.of(Math.toIntExact(phase.toSeconds())),
        repeats);
  }

  /** Returns the same with other repeats of scaling actions. */
  public AlarmSettings withRepeats(ActionRepeats newRepeats) {
    return new AlarmSettings(start, evaluationRange, youngBreach, phaseSeconds, newRepeats);
  }
}
