package io.headroom.scenarios;

import io.headroom.Slo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code slo: {latency: {p99: 500ms, p99.9: 2s}, errors: 0.1%}}. Either part may be left out;
 * without the section there is no objective.
 */
final class SloSection {
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,4})?|100)");

  private SloSection() {}

  static Slo read(Section root) {
    return root.section("slo").map(SloSection::objective).orElse(Slo.NONE);
  }

  private static Slo objective(Section slo) {
    List<Slo.Latency> latencies =
        slo.section("latency").map(SloSection::latencies).orElse(List.of());
    Optional<Double> errors = slo.read("errors", Notations.SHARE);
    return new Slo(latencies, errors.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
  }

  private static List<Slo.Latency> latencies(Section section) {
    List<Slo.Latency> latencies = new ArrayList<>();
    for (String key : section.keys()) {
      Optional<Duration> limit = section.read(key, Notations.POSITIVE_DURATION);
      Optional<Double> percentile = percentile(key);
      if (percentile.isEmpty()) {
        section.problem(key, "is not a percentile; allowed: p50, p99, p99.9 and the like");
      } else {
        limit.map(l -> new Slo.Latency(percentile.get(), l)).ifPresent(latencies::add);
      }
    }
    return latencies;
  }

  /** Percentiles of AWS's spelling, p99.9; p999 is taken for 99.9 as in the results. */
  private static Optional<Double> percentile(String key) {
    Matcher match = PERCENTILE.matcher(key.equals("p999") ? "p99.9" : key);
    return match.matches()
        ? Optional.of(Double.parseDouble(match.group(1))).filter(percentile -> percentile > 0)
        : Optional.empty();
  }
}
