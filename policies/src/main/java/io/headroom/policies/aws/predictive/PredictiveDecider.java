package io.headroom.policies.aws.predictive;

import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.Forecast;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.ScalingContext;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.cloudwatch.Metric;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides for a predictive scaling policy, a while before each hour and at the hour. Not
 * thread-safe.
 */
final class PredictiveDecider implements Decider {
  /** Until then the last minutes of an hour are not visible yet. */
  private static final long SETTLING_NANOS = 5 * SimTime.MINUTE;

  private final PredictiveScaling policy;
  private final LoadHistory history = new LoadHistory();
  private final HourlyForecasts forecasts = new HourlyForecasts(history);
  private final PairCorrelation correlation = new PairCorrelation();
  private boolean started;
  private long startHour;
  private long nextHour;

  PredictiveDecider(PredictiveScaling policy) {
    this.policy = policy;
  }

  @Override
  public ScalingDecision decide(ScalingContext context) {
    Instant now = context.now();
    start(now.minusNanos(context.nowNanos()));
    learn(context);
    long current = hourOf(now);
    forecasts.refresh(current);
    long hour = isOnTheHour(now) ? current : current + 1;
    Optional<Integer> capacity = capacity(hour);
    return capacity.isEmpty()
        ? ScalingDecision.none(
            Obstacle.MISSING_DATA,
            "%d hours of history, a forecast needs %d"
                .formatted(history.hours(), LoadHistory.HOURS_NEEDED))
        : decide(context, hour, capacity.get());
  }

  private ScalingDecision decide(ScalingContext context, long hour, int capacity) {
    String why = "forecast for %s: %s".formatted(instant(hour), reason(hour, capacity));
    List<Forecast.Value> values =
        isOnTheHour(context.now()) ? values(context, hour, capacity) : List.of();
    if (policy.mode() == ForecastMode.FORECAST_ONLY) {
      return ScalingDecision.none(Obstacle.FORECAST_ONLY, why)
          .with(new Forecast(OptionalInt.empty(), OptionalInt.empty(), values));
    }
    int floor = Math.max(capacity, capacity(hourOf(context.now())).orElse(0));
    int maximum = policy.breach().effectiveMaximum(context.capacity().maximum(), capacity);
    return ScalingDecision.atLeast(capacity, why)
        .with(new Forecast(OptionalInt.of(floor), OptionalInt.of(maximum), values));
  }

  private void start(Instant start) {
    if (!started) {
      started = true;
      startHour = hourOf(start);
      nextHour = isOnTheHour(start) ? startHour : startHour + 1;
      List<Double> known = policy.foreknowledge().hourlyLoad();
      for (int i = 0; i < known.size(); i++) {
        history.put(startHour - known.size() + i, known.get(i));
      }
    }
  }

  /** Takes in the hours of the run that are over and visible. */
  private void learn(ScalingContext context) {
    long offsetNanos =
        Duration.between(context.now(), instant(nextHour)).toNanos() + context.nowNanos();
    while (offsetNanos + SimTime.HOUR + SETTLING_NANOS <= context.nowNanos()) {
      learn(context, offsetNanos);
      nextHour++;
      offsetNanos += SimTime.HOUR;
    }
  }

  private void learn(ScalingContext context, long fromNanos) {
    policy
        .metrics()
        .load()
        .hour(context, fromNanos)
        .ifPresent(
            load -> {
              history.put(nextHour, load);
              int instances = Math.max(1, context.capacity().inService());
              policy
                  .metrics()
                  .scaling()
                  .hour(context, fromNanos)
                  .ifPresent(scaling -> correlation.add(scaling, load / instances));
            });
  }

  /** Returns the forecast of the capacity of an hour: the one given, else that of the model. */
  private Optional<Integer> capacity(long hour) {
    List<Integer> given = policy.foreknowledge().hourlyCapacity();
    if (given.isEmpty()) {
      return forecasts.load(hour).map(policy::capacityFor);
    }
    long index = hour - startHour;
    return index >= 0 && index < given.size()
        ? Optional.of(given.get((int) index))
        : Optional.empty();
  }

  private String reason(long hour, int capacity) {
    return policy.foreknowledge().hourlyCapacity().isEmpty()
        ? "load %.2f / %s needs %d"
            .formatted(forecasts.load(hour).orElse(0.0), policy.target(), capacity)
        : "capacity %d as given".formatted(capacity);
  }

  private List<Forecast.Value> values(ScalingContext context, long hour, int capacity) {
    List<Forecast.Value> values = new ArrayList<>();
    forecasts
        .load(hour)
        .ifPresent(load -> values.add(value(context, "PredictiveScalingLoadForecast", true, load)));
    values.add(value(context, "PredictiveScalingCapacityForecast", false, capacity));
    correlation
        .coefficient()
        .ifPresent(
            coefficient ->
                values.add(
                    value(context, "PredictiveScalingMetricPairCorrelation", true, coefficient)));
    return values;
  }

  private Forecast.Value value(ScalingContext context, String name, boolean ofPair, double value) {
    Metric metric =
        Metric.of("AWS/AutoScaling", name)
            .with("AutoScalingGroupName", context.group().name())
            .with("PolicyName", policy.name());
    return new Forecast.Value(ofPair ? metric.with("PairIndex", "0") : metric, value);
  }

  private static long hourOf(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), Duration.ofHours(1).toSeconds());
  }

  private static boolean isOnTheHour(Instant instant) {
    return instant.equals(instant(hourOf(instant)));
  }

  private static Instant instant(long hour) {
    return Instant.ofEpochSecond(hour * Duration.ofHours(1).toSeconds());
  }
}
