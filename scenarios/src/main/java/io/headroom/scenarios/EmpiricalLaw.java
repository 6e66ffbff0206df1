package io.headroom.scenarios;

import io.headroom.sim.Distribution;
import io.headroom.workloads.trace.MeasuredDemands;
import io.headroom.workloads.trace.UnreadableTraceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a law of measured values: {@code {empirical: [10ms, 12ms, 80ms]}}, {@code {empirical:
 * times.csv}}, or {@code {empirical: {file: times.csv, column: duration, unit: ms}}}. Without a
 * column it is the first; the unit of a file is milliseconds unless told otherwise.
 */
final class EmpiricalLaw {
  private static final Notation<Duration> UNIT =
      Notations.word(
          Map.of(
              "ns", Duration.ofNanos(1),
              "us", Duration.ofNanos(1_000),
              "ms", Duration.ofMillis(1),
              "s", Duration.ofSeconds(1)));

  private EmpiricalLaw() {}

  static Optional<Distribution> read(Section law) {
    Optional<Value> values = law.value("values");
    if (values.isPresent() && !values.get().isText()) {
      return listed(law, values.get());
    }
    String key = values.isPresent() ? "values" : "file";
    Optional<String> column = law.text("column");
    Duration unit = law.read("unit", UNIT).orElse(Duration.ofMillis(1));
    if (!law.has(key)) {
      law.problem("has neither values nor a file; allowed: one of them");
    }
    return law.file(key).flatMap(file -> measured(new Source(law, key, file), column, unit));
  }

  private static Optional<Distribution> listed(Section law, Value values) {
    List<Duration> durations =
        values.items().stream().flatMap(item -> item.as(Notations.DURATION).stream()).toList();
    if (durations.isEmpty()) {
      law.problem("values", "has no durations; allowed: a list such as [10ms, 80ms]");
      return Optional.empty();
    }
    return Optional.of(Distribution.empirical(durations));
  }

  private record Source(Section law, String key, Path file) {}

  private static Optional<Distribution> measured(
      Source source, Optional<String> column, Duration unit) {
    try {
      return Optional.of(MeasuredDemands.read(source.file, column, unit));
    } catch (UnreadableTraceException e) {
      e.problems().forEach(problem -> source.law.problem(source.key, problem));
      return Optional.empty();
    }
  }
}
