package io.headroom.benchmarks.regression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of one build: for each benchmark with its parameters one median for each run, smaller
 * being better.
 */
final class Scores {
  private final Map<String, List<Double>> byBenchmark = new LinkedHashMap<>();

  /** Reads results as JMH writes them, one file for each interleaved run. */
  static Scores read(List<Path> files) throws IOException {
    Scores scores = new Scores();
    for (Path file : files) {
      for (JsonNode benchmark : new ObjectMapper().readTree(file.toFile())) {
        scores.add(benchmark);
      }
    }
    return scores;
  }

  private void add(JsonNode benchmark) {
    List<Double> values = new ArrayList<>();
    JsonNode metric = benchmark.path("primaryMetric");
    for (JsonNode fork : metric.path("rawData")) {
      fork.forEach(value -> values.add(value.asDouble()));
    }
    String mode = benchmark.path("mode").asText();
    String name = benchmark.path("benchmark").asText() + parameters(benchmark);
    double median = median(values);
    byBenchmark
        .computeIfAbsent(name, key -> new ArrayList<>())
        .add(mode.equals("thrpt") ? 1 / median : median);
  }

  private static String parameters(JsonNode benchmark) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonNode> each : benchmark.path("params").properties()) {
      text.append(' ').append(each.getKey()).append('=').append(each.getValue().asText());
    }
    return text.toString();
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  Map<String, List<Double>> byBenchmark() {
    return byBenchmark;
  }
}
