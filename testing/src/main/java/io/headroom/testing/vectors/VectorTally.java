package io.headroom.testing.vectors;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What became of the vectors of one file. */
final class VectorTally {
  private final String file;
  private final String schema;
  private int passed;
  private int failed;
  private int unknown;
  private final Map<String, Integer> pending = new TreeMap<>();
  private final Map<String, Integer> elsewhere = new TreeMap<>();

  VectorTally(VectorFile file) {
    this.file = file.name();
    this.schema = file.schema();
  }

  void pass() {
    passed++;
  }

  void fail() {
    failed++;
  }

  void unknown() {
    unknown++;
  }

  void pending(String part) {
    pending.merge(part, 1, Integer::sum);
  }

  void elsewhere(String module) {
    elsewhere.merge(module, 1, Integer::sum);
  }

  /** The summary: a line, and a louder one if something is pending. */
  String summary() {
    StringJoiner line = new StringJoiner(", ");
    line.add("vectors of " + file + " (" + schema + "): " + passed + " passed");
    line.add(failed + " failed");
    line.add(unknown + " unknown");
    elsewhere.forEach((module, count) -> line.add(count + " run by the tests of " + module));
    if (pending.isEmpty()) {
      return line.toString();
    }
    StringJoiner parts = new StringJoiner(", ");
    pending.forEach((part, count) -> parts.add(part + " " + count));
    int sum = pending.values().stream().mapToInt(Integer::intValue).sum();
    return line + "\n*** " + sum + " vectors of " + file + " are PENDING: " + parts + " ***";
  }
}
