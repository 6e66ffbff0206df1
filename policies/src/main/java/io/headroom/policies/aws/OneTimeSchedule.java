package io.headroom.policies.aws;

import io.headroom.autoscaling.Schedule;
import java.time.Instant;
import java.util.Optional;

/**
 * The due time of a scheduled action without recurrence.
 *
 * @param at when it is due
 */
public record OneTimeSchedule(Instant at) implements Schedule {
  @Override
  public Optional<Instant> next(Instant notBefore) {
    return at.isBefore(notBefore) ? Optional.empty() : Optional.of(at);
  }
}
