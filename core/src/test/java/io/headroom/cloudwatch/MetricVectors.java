package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The checks for the kinds of vectors that are about metrics and statistics. */
final class MetricVectors {
  private static final Metric METRIC = Metric.of("Test", "m");
  private static final Publication AT_ONCE = new Publication(Duration.ZERO, Duration.ZERO);

  private MetricVectors() {}

  static void statistics(JsonNode vector) {
    MetricStore store = new MetricStore();
    vector.get("data").forEach(sample -> record(store, sample));
    JsonNode expected = vector.get("expected");
    long fromNanos = AlarmVectors.nanos(expected.get("timestamp").asText());
    long toNanos = fromNanos + vector.get("period").asLong() * SimTime.SECOND;
    for (String name : List.of("SampleCount", "Sum", "Average", "Minimum", "Maximum")) {
      if (expected.has(name)) {
        OptionalDouble value =
            store.statistic(METRIC, Statistic.parse(name), fromNanos, toNanos, toNanos);
        assertWithMessage(name).that(value.orElseThrow()).isEqualTo(expected.get(name).asDouble());
      }
    }
  }

  static void extendedStatistics(JsonNode vector) {
    MetricStore store = new MetricStore();
    vector.get("data").forEach(sample -> record(store, sample));
    OptionalDouble value = value(store, vector.get("statistic").asText());
    assertThat(value.isPresent()).isEqualTo(vector.get("expectedAvailable").asBoolean());
    if (value.isPresent()) {
      double tolerance = vector.path("tolerance").asDouble(1e-12);
      assertThat(value.getAsDouble()).isWithin(tolerance).of(vector.get("expected").asDouble());
    }
    if (vector.has("equivalentStatistic")) {
      assertThat(value(store, vector.get("equivalentStatistic").asText())).isEqualTo(value);
    }
  }

  private static OptionalDouble value(MetricStore store, String statistic) {
    return store.statistic(METRIC, Statistic.parse(statistic), 0, SimTime.MINUTE, SimTime.MINUTE);
  }

  static void queryAlignment(JsonNode vector) {
    if (vector.has("expectedStart")) {
      checkRounding(vector);
    } else if (vector.has("expectedRange")) {
      checkShortRange(vector);
    } else {
      checkBuckets(vector);
    }
  }

  private static void checkRounding(JsonNode vector) {
    long fromNanos = AlarmVectors.nanos(vector.get("requestedStart").asText());
    long asOfNanos = fromNanos + vector.get("startAgeDays").asLong() * SimTime.DAY;
    MetricRange range =
        MetricRange.of(period(vector), fromNanos, asOfNanos, asOfNanos, MetricSettings.DEFAULT);
    assertThat(range.fromNanos())
        .isEqualTo(AlarmVectors.nanos(vector.get("expectedStart").asText()));
  }

  private static void checkShortRange(JsonNode vector) {
    long nowNanos = LocalTime.parse(vector.get("requestAt").asText()).toNanoOfDay();
    long lengthNanos =
        switch (vector.get("ask").asText()) {
          case "previous 10 s" -> 10 * SimTime.SECOND;
          case "previous 5 minutes" -> 5 * SimTime.MINUTE;
          default -> throw new IllegalArgumentException("unknown: " + vector.get("ask"));
        };
    MetricRange range =
        MetricRange.of(
            period(vector), nowNanos - lengthNanos, nowNanos, nowNanos, MetricSettings.DEFAULT);
    JsonNode expected = vector.get("expectedRange");
    assertThat(LocalTime.ofNanoOfDay(range.fromNanos()))
        .isEqualTo(LocalTime.parse(expected.get(0).asText()));
    assertThat(LocalTime.ofNanoOfDay(range.toNanos()))
        .isEqualTo(LocalTime.parse(expected.get(1).asText()));
  }

  private static void checkBuckets(JsonNode vector) {
    long fromNanos = AlarmVectors.nanos(vector.get("requestedStart").asText());
    long toNanos = AlarmVectors.nanos(vector.get("requestedEnd").asText());
    MetricStore store = new MetricStore();
    MetricSeries series = store.open(METRIC, Unit.NONE, AT_ONCE);
    for (long at = fromNanos; at < toNanos; at += SimTime.MINUTE) {
      series.record(at, 1);
    }
    var stat = new MetricStat(METRIC, Statistic.SUM, period(vector));
    List<Long> stamps =
        store.query(stat, fromNanos, toNanos, toNanos).stream()
            .map(Datapoint::timestampNanos)
            .toList();
    for (long stamp : stamps) {
      assertThat(stamp / SimTime.MINUTE % 60)
          .isEqualTo(vector.get("expectedBucketMinuteOfHour").asLong());
    }
    vector
        .get("expectedSampleTimestamps")
        .forEach(stamp -> assertThat(stamps).contains(AlarmVectors.nanos(stamp.asText())));
  }

  static void identity(JsonNode vector) {
    MetricStore store = new MetricStore();
    for (JsonNode dimensions : vector.get("published")) {
      store.open(metric(dimensions), Unit.NONE, AT_ONCE).record(0, 1);
    }
    for (JsonNode dimensions : vector.get("retrievable")) {
      assertThat(store.exists(metric(dimensions))).isTrue();
    }
    for (JsonNode dimensions : vector.get("notRetrievable")) {
      assertThat(store.exists(metric(dimensions))).isFalse();
      assertThat(store.statistics(metric(dimensions), 0, SimTime.HOUR, SimTime.HOUR)).isEmpty();
    }
  }

  private static Metric metric(JsonNode dimensions) {
    Map<String, String> pairs = new TreeMap<>();
    dimensions.properties().forEach(each -> pairs.put(each.getKey(), each.getValue().asText()));
    return new Metric("Test", "m", pairs);
  }

  private static void record(MetricStore store, JsonNode sample) {
    MetricSeries series = store.open(METRIC, Unit.NONE, AT_ONCE);
    long atNanos =
        sample.has("timestamp") ? AlarmVectors.nanos(sample.get("timestamp").asText()) : 0;
    if (sample.has("statisticSet")) {
      JsonNode set = sample.get("statisticSet");
      series.record(
          atNanos,
          new StatisticSet(
              set.get("SampleCount").asDouble(),
              set.get("Sum").asDouble(),
              set.get("Minimum").asDouble(),
              set.get("Maximum").asDouble()));
    } else if (sample.has("values")) {
      for (int i = 0; i < sample.get("values").size(); i++) {
        double value = sample.get("values").get(i).asDouble();
        long count = sample.get("counts").get(i).asLong();
        series.record(atNanos, SampleDistribution.constant(value, count));
      }
    } else {
      series.record(atNanos, sample.get("value").asDouble());
    }
  }

  private static Duration period(JsonNode vector) {
    return Duration.ofSeconds(vector.get("period").asLong());
  }
}
