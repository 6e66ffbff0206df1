package io.headroom.scenarios;

import io.headroom.autoscaling.GuestReady;
import io.headroom.sim.Distribution;
import java.util.Optional;

/**
 * Reads the time from running to an application that answers: a word of {@link GuestReady}, or a
 * law.
 */
final class BootProfile {
  private BootProfile() {}

  /** Reads one of the words, or a law; empty if the key is absent or unusable. */
  static Optional<Distribution> read(Section section, String key) {
    return section
        .value(key)
        .flatMap(Value::scalar)
        .map(String::strip)
        .flatMap(GuestReady::named)
        .map(GuestReady::time)
        .or(() -> Laws.read(section, key));
  }
}
