package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.elb.HealthCheck;
import io.headroom.elb.LoadBalancerType;
import java.time.Duration;

/**
 * Reads the health check of a target group.
 *
 * <p>Source: Elastic Load Balancing API Reference, "CreateTargetGroup". What a check asks for, and
 * which codes count as success, is left out: a simulated server answers every check that it gets to
 * in time.
 */
final class TargetHealthCheck {

  private static final int LEAST_COUNT = 2;
  private static final int MOST_COUNT = 10;
  private static final Duration NETWORK_HTTP_TIMEOUT = Duration.ofSeconds(6);

  private TargetHealthCheck() {}

  static HealthCheck read(Properties group, LoadBalancerType type) {
    HealthCheck defaults = defaults(group, type);
    group.ignore(
        "HealthCheckEnabled",
        "HealthCheckPath",
        "HealthCheckPort",
        "HealthCheckProtocol",
        "Matcher");
    int interval =
        group.integer("HealthCheckIntervalSeconds", (int) defaults.interval().toSeconds(), 5, 300);
    int timeout =
        group.integer("HealthCheckTimeoutSeconds", (int) defaults.timeout().toSeconds(), 2, 120);
    if (timeout >= interval) {
      group.warning(
          "HealthCheckTimeoutSeconds",
          "%d s is not shorter than the interval of %d s".formatted(timeout, interval));
    }
    return new HealthCheck(
        Duration.ofSeconds(interval),
        Duration.ofSeconds(timeout),
        count(group, "HealthyThresholdCount", defaults.healthyThreshold()),
        count(group, "UnhealthyThresholdCount", defaults.unhealthyThreshold()));
  }

  private static HealthCheck defaults(Properties group, LoadBalancerType type) {
    if (type == LoadBalancerType.APPLICATION) {
      return HealthCheck.APPLICATION;
    }
    boolean http = group.text("HealthCheckProtocol").filter("HTTP"::equals).isPresent();
    return http ? HealthCheck.NETWORK.timeoutAfter(NETWORK_HTTP_TIMEOUT) : HealthCheck.NETWORK;
  }

  private static int count(Properties group, String key, int fallback) {
    return group.integer(key, fallback, LEAST_COUNT, MOST_COUNT);
  }
}
