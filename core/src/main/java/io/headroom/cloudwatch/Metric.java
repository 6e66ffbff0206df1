package io.headroom.cloudwatch;

import static java.util.Comparator.comparing;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The identity of a metric: a namespace, a name and a set of dimensions.
 *
 * <p>The set of dimensions matters, not their order, and a reader must name exactly the set that
 * was published: asking for a subset finds nothing. Metrics are ordered by namespace, name and
 * dimensions. "Amazon CloudWatch concepts", Amazon CloudWatch User Guide; the limits are those of
 * "MetricDatum" and "Dimension", CloudWatch API Reference.
 *
 * @param namespace who the metric belongs to, such as {@code AWS/EC2}: 1 to 255 letters, digits and
 *     {@code . - _ / # :}, not starting with a colon
 * @param name what is measured, 1 to 255 characters
 * @param dimensions names and values, at most 30; an unmodifiable map sorted by name
 */
public record Metric(String namespace, String name, Map<String, String> dimensions)
    implements Comparable<Metric> {
  private static final int MAX_DIMENSIONS = 30;
  private static final int MAX_NAME = 255;
  private static final int MAX_VALUE = 1024;
  private static final String NAMESPACE_SIGNS = "._/#-:";
  private static final Comparator<Metric> ORDER =
      comparing(Metric::namespace)
          .thenComparing(Metric::name)
          .thenComparing(
              metric -> metric.dimensions().entrySet(),
              Comparators.lexicographical(
                  Map.Entry.<String, String>comparingByKey()
                      .thenComparing(Map.Entry.comparingByValue())));

  /**
   * Checks the parts and sorts the dimensions.
   *
   * @throws IllegalArgumentException if a part breaks its limit; the message names it
   */
  public Metric {
    require(isNamespace(namespace), "namespace", namespace);
    require(isText(name, MAX_NAME), "metric name", name);
    require(dimensions.size() <= MAX_DIMENSIONS, "number of dimensions", "" + dimensions.size());
    dimensions.forEach(
        (key, value) -> {
          require(!key.startsWith(":") && isAsciiText(key, MAX_NAME), "dimension name", key);
          require(isAsciiText(value, MAX_VALUE), "value of dimension", key, value);
        });
    dimensions = ImmutableSortedMap.copyOf(dimensions);
  }

  /** Returns the metric without dimensions. */
  public static Metric of(String namespace, String name) {
    return new Metric(namespace, name, Map.of());
  }

  /** Returns the metric with one dimension more, or with another value for that dimension. */
  public Metric with(String dimension, String value) {
    var more = new TreeMap<>(dimensions);
    more.put(dimension, value);
    return new Metric(namespace, name, more);
  }

  /** Returns the metric of another name with the same namespace and dimensions. */
  public Metric named(String newName) {
    return new Metric(namespace, newName, dimensions);
  }

  private static void require(boolean holds, String what, String value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s '%s' is outside CloudWatch's limits".formatted(what, value));
    }
  }

  private static void require(boolean holds, String what, String of, String value) {
    if (!holds) {
      require(false, what + " " + of, value);
    }
  }

  private static boolean isText(String text, int maxLength) {
    return isText(text, maxLength, Character.MAX_VALUE);
  }

  private static boolean isAsciiText(String text, int maxLength) {
    return isText(text, maxLength, (char) 127);
  }

  // Loops rather than a pattern or a stream: a large run makes a million metrics.
  private static boolean isNamespace(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!isLetter && !(c >= '0' && c <= '9') && NAMESPACE_SIGNS.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_NAME && text.charAt(0) != ':';
  }

  private static boolean isText(String text, int maxLength, char highest) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c > highest) {
        return false;
      }
    }
    return !text.isBlank() && text.length() <= maxLength;
  }

  @Override
  public int compareTo(Metric other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return namespace + ' ' + name + (dimensions.isEmpty() ? "" : " " + dimensions);
  }
}
