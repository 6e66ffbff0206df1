package io.headroom.scenarios;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The values at the head of a scenario file.
 *
 * @param name what to call the scenario; default the name of the file without its ending
 * @param start the instant of simulated time zero, a whole minute; default 2026-01-01T00:00:00Z
 * @param duration the length of the run; required, above zero
 * @param seed the seed of all randomness; default 1
 * @param replication the number of the replication; default 0
 */
record Header(String name, Instant start, Duration duration, long seed, int replication) {
  static final Instant DEFAULT_START = Instant.parse("2026-01-01T00:00:00Z");

  static final Duration DEFAULT_DURATION = Duration.ofHours(1);

  private static final Notation<Instant> START =
      Notations.INSTANT.where(
          start -> start.getNano() == 0 && start.getEpochSecond() % 60 == 0,
          "an instant on a whole minute, such as 2026-11-27T00:00:00Z");

  private static final Notation<Integer> REPLICATION =
      Notations.WHOLE
          .where(number -> number >= 0 && number <= Integer.MAX_VALUE, "a whole number, at least 0")
          .map(Math::toIntExact);

  /**
   * Reads the head of a file.
   *
   * @param root the whole of the file
   */
  static Header read(Section root, Path file) {
    root.text("description");
    String fileName = String.valueOf(file.getFileName());
    return new Header(
        root.text("name").orElse(fileName.replaceFirst("\\.[^.]*$", "")),
        root.read("start", START).orElse(DEFAULT_START),
        root.require("duration", Notations.POSITIVE_DURATION).orElse(DEFAULT_DURATION),
        root.read("seed", Notations.WHOLE).orElse(1L),
        root.read("replication", REPLICATION).orElse(0));
  }
}
