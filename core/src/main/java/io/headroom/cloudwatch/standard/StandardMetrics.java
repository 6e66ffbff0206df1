package io.headroom.cloudwatch.standard;

import com.google.common.collect.ImmutableList;
import io.headroom.cloudwatch.Metric;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The metrics of AWS's services that templates may name, in the order of {@code docs/metrics.md}.
 *
 * <p>"CloudWatch metrics for your Application / Network / Classic Load Balancer"; "List the
 * available CloudWatch metrics for your instances"; "Amazon CloudWatch metrics for Amazon EC2 Auto
 * Scaling"; "Available CloudWatch metrics for Amazon SQS".
 */
public final class StandardMetrics {
  private static final String TABLE = "metrics.tsv";
  private static final ImmutableList<StandardMetric> ALL = load();

  private StandardMetrics() {}

  /** Returns all of them. */
  public static List<StandardMetric> all() {
    return ALL;
  }

  /** Returns the metric with a namespace and a name, if a service has it. */
  public static Optional<StandardMetric> find(String namespace, String name) {
    return ALL.stream()
        .filter(metric -> metric.namespace().equals(namespace) && metric.name().equals(name))
        .findFirst();
  }

  /** Returns whether Headroom publishes the metric under a set of dimensions with these names. */
  public static boolean isEmitted(Metric metric) {
    return find(metric.namespace(), metric.name())
        .filter(StandardMetric::isEmitted)
        .filter(found -> found.dimensionSets().contains(metric.dimensions().keySet()))
        .isPresent();
  }

  private static ImmutableList<StandardMetric> load() {
    try (InputStream in =
            Objects.requireNonNull(StandardMetrics.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(StandardMetric::parse)
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
