package io.headroom.cli;

import io.headroom.RunMetrics;
import io.headroom.Scenario;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.LoadBalancerSpec;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the metric that a user means among those that a run published. */
final class MetricNames {
  private static final int SHOWN = 8;

  private final List<Metric> metrics;
  private final Map<String, String> names = new LinkedHashMap<>();

  MetricNames(Scenario scenario, RunMetrics metrics) {
    this.metrics = metrics.list();
    for (LoadBalancerSpec balancer : scenario.loadBalancers()) {
      names.put(balancer.name(), balancer.fullName());
      for (ForwardRule rule : balancer.forwards()) {
        names.put(rule.targetGroup().name(), rule.targetGroup().fullName());
      }
    }
    for (AutoScalingGroupSpec group : scenario.groups()) {
      names.put(group.name(), group.awsName());
    }
  }

  /**
   * Returns the metric: of those that fit, the one with the fewest dimensions.
   *
   * @throws BadInputException if none fits, or several do equally well
   */
  Metric find(MetricText wanted) {
    List<Metric> fitting =
        metrics.stream()
            .filter(metric -> fits(wanted, metric))
            .sorted(Comparator.comparingInt(metric -> metric.dimensions().size()))
            .toList();
    if (fitting.isEmpty()) {
      throw nothing(wanted);
    }
    int fewest = fitting.get(0).dimensions().size();
    List<Metric> best =
        fitting.stream().filter(metric -> metric.dimensions().size() == fewest).toList();
    if (best.size() > 1) {
      throw new BadInputException(
          "%s: found several; allowed: one of %s".formatted(wanted.text(), list(best)));
    }
    return best.get(0);
  }

  private boolean fits(MetricText wanted, Metric metric) {
    return metric.name().equals(wanted.name())
        && wanted.namespace().map(metric.namespace()::equals).orElse(true)
        && wanted.owner().map(owner -> isOf(owner, metric)).orElse(true)
        && wanted.dimensions().entrySet().stream()
            .allMatch(each -> means(each.getValue(), metric.dimensions().get(each.getKey())));
  }

  private boolean isOf(String owner, Metric metric) {
    return metric.dimensions().values().stream().anyMatch(value -> means(owner, value));
  }

  /** A value is named by itself, by the logical id of its resource or by its own middle part. */
  private boolean means(String name, @Nullable String value) {
    return value != null
        && (value.equals(name)
            || value.equals(names.get(name))
            || value.matches("(app|net|targetgroup)/\\Q" + name.replace("\\E", "") + "\\E/.*"));
  }

  private BadInputException nothing(MetricText wanted) {
    List<Metric> namesakes =
        metrics.stream().filter(metric -> metric.name().equals(wanted.name())).toList();
    if (!namesakes.isEmpty()) {
      return new BadInputException(
          "%s: nothing published it; allowed: one of %s".formatted(wanted.text(), list(namesakes)));
    }
    String all = metrics.stream().map(Metric::name).distinct().collect(Collectors.joining(", "));
    return new BadInputException(
        "%s: nothing published it; allowed: one of %s (headroom metrics --list shows them in full)"
            .formatted(wanted.text(), all));
  }

  private static String list(List<Metric> some) {
    String shown =
        some.stream().limit(SHOWN).map(MetricNames::text).collect(Collectors.joining("; "));
    return some.size() > SHOWN ? shown + "; and %d more".formatted(some.size() - SHOWN) : shown;
  }

  /** Returns a metric as a user may name it. */
  static String text(Metric metric) {
    return metric.namespace()
        + ' '
        + metric.name()
        + metric.dimensions().entrySet().stream()
            .map(each -> ' ' + each.getKey() + '=' + each.getValue())
            .collect(Collectors.joining());
  }
}
