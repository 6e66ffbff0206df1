package io.headroom.workloads.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file: the first twenty problems and the number of the rest. */
final class Problems {
  private static final int MOST = 20;

  private final Path file;
  private final List<String> lines = new ArrayList<>();
  private long more;

  Problems(Path file) {
    this.file = file;
  }

  void add(String message) {
    record(file + ": " + message);
  }

  void add(long line, String message) {
    record(file + ":" + line + ": " + message);
  }

  private void record(String line) {
    if (lines.size() < MOST) {
      lines.add(line);
    } else {
      more++;
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Throws if there is a problem. */
  void check() {
    if (lines.isEmpty()) {
      return;
    }
    List<String> all = new ArrayList<>(lines);
    if (more > 0) {
      all.add("%s: and %d more problems".formatted(file, more));
    }
    throw new UnreadableTraceException(all);
  }
}
