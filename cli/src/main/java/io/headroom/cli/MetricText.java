package io.headroom.cli;

import io.headroom.cloudwatch.Statistic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric as a user names it: {@code [NAMESPACE] NAME [DIMENSION=VALUE].. [:STATISTIC]}, or {@code
 * OWNER.NAME[:STATISTIC]} where the owner is a load balancer, a target group or a group.
 *
 * @param text what the user wrote
 * @param namespace the namespace, if given
 * @param owner who has the metric, if given
 * @param name the metric's name
 * @param dimensions the dimensions that are given
 * @param statistic the statistic, if given
 */
record MetricText(
    String text,
    Optional<String> namespace,
    Optional<String> owner,
    String name,
    Map<String, String> dimensions,
    Optional<Statistic> statistic) {
  private static final Pattern WITH_STATISTIC =
      Pattern.compile("(?<metric>.*?)\\s*:(?<statistic>[A-Za-z]+[0-9.]*(?:\\([^()]*\\))?)\\s*");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** What a message says is allowed. */
  static final String ALLOWED =
      "a metric, such as WebGroup.CPUUtilization, 'AWS/EC2 CPUUtilization"
          + " AutoScalingGroupName=web' or RequestCount:Sum";

  /**
   * Reads the name of a metric.
   *
   * @throws BadInputException if it is none
   */
  static MetricText parse(String what, String text) {
    Matcher matcher = WITH_STATISTIC.matcher(text);
    boolean hasStatistic = matcher.matches();
    String metric = hasStatistic ? matcher.group("metric") : text.strip();
    Optional<Statistic> statistic =
        hasStatistic
            ? Optional.of(statistic(what + ' ' + text, matcher.group("statistic")))
            : Optional.empty();
    Map<String, String> dimensions = new LinkedHashMap<>();
    Optional<String> namespace = Optional.empty();
    String name = "";
    for (String word : BLANKS.splitAsStream(metric).toList()) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        dimensions.put(word.substring(0, equals), word.substring(equals + 1));
      } else if (name.isEmpty()) {
        name = word;
      } else if (namespace.isEmpty() && dimensions.isEmpty()) {
        namespace = Optional.of(name);
        name = word;
      } else {
        throw refused(what, text);
      }
    }
    if (name.isEmpty()) {
      throw refused(what, text);
    }
    int dot = name.lastIndexOf('.');
    boolean isOwned = dot > 0 && namespace.isEmpty();
    return new MetricText(
        text,
        namespace,
        isOwned ? Optional.of(name.substring(0, dot)) : Optional.empty(),
        isOwned ? name.substring(dot + 1) : name,
        dimensions,
        statistic);
  }

  static BadInputException refused(String what, String text) {
    return new BadInputException("%s: found '%s'; allowed: %s".formatted(what, text, ALLOWED));
  }

  /** Reads a statistic, such as Average or p99. */
  static Statistic statistic(String what, String text) {
    try {
      return Statistic.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new BadInputException(
          "%s: found '%s'; allowed: Average, Sum, Minimum, Maximum, SampleCount, p99, tm90, IQM,"
                  .formatted(what, text)
              + " PR(:0.5) and their like");
    }
  }
}
