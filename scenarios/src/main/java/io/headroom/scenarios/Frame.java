package io.headroom.scenarios;

import io.headroom.cloudformation.template.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What every part of a scenario file is read against.
 *
 * @param folder the folder that file names are relative to
 * @param start the wall-clock instant of simulated time zero
 * @param duration the length of the run
 * @param problems where to say what is wrong
 */
record Frame(Path folder, Instant start, Duration duration, Problems problems) {
  Frame at(Instant newStart, Duration newDuration) {
    return new Frame(folder, newStart, newDuration, problems);
  }
}
