package io.headroom.autoscaling;

import java.time.Instant;
import java.util.Optional;

/** The due times of a {@link ScheduledAction}; immutable, on the wall clock. */
@FunctionalInterface
public interface Schedule {
  /** Returns the first due time that is not before the instant; empty when none is left. */
  Optional<Instant> next(Instant notBefore);
}
