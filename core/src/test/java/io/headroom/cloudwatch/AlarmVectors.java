package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The checks for the kinds of vectors that are about alarms. */
final class AlarmVectors {
  private static final Metric METRIC = Metric.of("Test", "m");
  private static final AlarmSettings SETTINGS = AlarmSettings.DEFAULT.withPhase(Duration.ZERO);
  private static final Publication AT_ONCE = new Publication(Duration.ZERO, Duration.ZERO);
  private static final Map<String, String> ARNS =
      Map.of(
          "autoscaling", "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:1:name/p",
          "sns", "arn:aws:sns:us-east-1:123456789012:topic");

  private AlarmVectors() {}

  static void missingData(JsonNode vector) {
    double[] values = values(vector.get("values"));
    assertThat(values).hasLength(vector.get("evaluationRange").asInt());
    for (AlarmState prior : priors(vector)) {
      String state = rule(vector).evaluate(values, prior).name();
      if (vector.has("expectedState")) {
        assertWithMessage("from %s", prior).that(state).isEqualTo(text(vector, "expectedState"));
      } else {
        assertThat(texts(vector.get("expectedNotState"))).doesNotContain(state);
      }
    }
  }

  static void sequence(JsonNode vector) {
    double[] all = values(vector.get("values"));
    int range = vector.get("evaluationRange").asInt();
    AlarmState state = AlarmState.valueOf(text(vector, "initialState"));
    List<String> states = new ArrayList<>();
    for (int end = 1; end <= all.length; end++) {
      double[] newest = new double[range];
      for (int i = 0; i < range; i++) {
        int source = end - range + i;
        newest[i] = source < 0 ? Double.NaN : all[source];
      }
      state = rule(vector).evaluate(newest, state);
      states.add(state.name());
    }
    assertThat(states).isEqualTo(texts(vector.get("expectedStates")));
  }

  static void timed(JsonNode vector) {
    MetricStore store = new MetricStore();
    MetricSeries series = store.open(METRIC, Unit.NONE, AT_ONCE);
    for (JsonNode sample : vector.get("data")) {
      series.record(nanos(text(sample, "timestamp")), sample.get("value").asDouble());
    }
    Alarm alarm = new Alarm(spec(vector).build(), store, SETTINGS);
    for (JsonNode expected : vector.get("evaluations")) {
      AlarmEvaluation evaluation = alarm.evaluate(nanos(text(expected, "at")));
      assertThat(evaluation.state().name()).isEqualTo(text(expected, "expectedState"));
      List<Datapoint> used = new ArrayList<>();
      for (JsonNode point : expected.get("usedDatapoints")) {
        used.add(new Datapoint(nanos(text(point, "timestamp")), point.get("value").asDouble()));
      }
      assertThat(evaluation.datapoints()).isEqualTo(used);
    }
  }

  static void multiDay(JsonNode vector) {
    var timing = new AlarmTiming(spec(vector).build(), SETTINGS);
    for (JsonNode step : vector.get("timeline")) {
      assertThat(timing.endNanos(clock(text(step, "evaluatedAt"))))
          .isEqualTo(clock(text(step, "dataConsideredUpTo")));
    }
  }

  static void comparison(JsonNode vector) {
    Comparison comparison = Comparison.parse(text(vector, "operator"));
    double value = vector.get("value").asDouble();
    boolean breaches =
        vector.has("threshold")
            ? comparison.breaches(value, vector.get("threshold").asDouble())
            : comparison.breaches(
                value, vector.get("lower").asDouble(), vector.get("upper").asDouble());
    assertThat(breaches).isEqualTo(vector.get("expectedBreaching").asBoolean());
    assertThat(comparison.needsBand()).isEqualTo(!vector.has("threshold"));
  }

  static void schedule(JsonNode vector) {
    var timing = new AlarmTiming(spec(vector).build(), SETTINGS);
    assertThat(timing.intervalNanos() / SimTime.SECOND)
        .isEqualTo(vector.get("expectedEvaluationIntervalSeconds").asLong());
  }

  static void window(JsonNode vector) {
    AlarmSpec.Builder builder = spec(vector);
    JsonNode zone = vector.at("/evaluationWindow/WallClockWindow/Timezone");
    if (!zone.isMissingNode()) {
      builder.wallClock(ZoneId.of(zone.asText()));
    }
    var timing = new AlarmTiming(builder.build(), SETTINGS);
    for (JsonNode window : vector.get("windows")) {
      long endNanos = timing.endNanos(clock(text(window, "evaluationEndsAt")));
      long startNanos = endNanos - vector.get("period").asLong() * SimTime.SECOND;
      assertThat(startNanos).isEqualTo(clock(window.get("newestBucket").get(0).asText()));
      assertThat(endNanos).isEqualTo(clock(window.get("newestBucket").get(1).asText()));
    }
  }

  /** Drives a real alarm through the states, one value a minute, the first one minute early. */
  static void actions(JsonNode vector) {
    var builder = AlarmSpec.when(METRIC, Statistic.MAXIMUM).isAtLeast(1).named("a");
    builder.on(AlarmState.ALARM, arns(vector.get("alarmActions")));
    builder.on(AlarmState.OK, arns(vector.get("okActions")));
    if (!vector.get("actionsEnabled").asBoolean()) {
      builder.withoutActions();
    }
    var simulator = new Simulator();
    var store = new MetricStore();
    MetricSeries series = store.open(METRIC, Unit.NONE, AT_ONCE);
    boolean startsOk = text(vector, "initialState").equals("OK");
    if (startsOk) {
      series.record(0, 0);
    }
    List<String> states = texts(vector.get("stateAtMinute"));
    long minute = SimTime.MINUTE;
    for (int i = 0; i < states.size(); i++) {
      series.record((i + 1) * minute, states.get(i).equals("ALARM") ? 1 : 0);
    }
    List<String> invocations = new ArrayList<>();
    var schedule = new AlarmSchedule(simulator, store, new RandomStreams(1, 0), SETTINGS);
    Alarm alarm =
        schedule.add(
            builder.build(),
            (action, evaluation) -> {
              long at = simulator.nowNanos() / minute - 2;
              if (at >= 0) {
                invocations.add(at + " " + evaluation.state() + " " + action);
              }
            });
    for (int i = 0; i < states.size(); i++) {
      simulator.runUntil((i + 2) * minute + 1, RunMonitor.NONE);
      assertThat(alarm.state().name()).isEqualTo(states.get(i));
    }
    List<String> expected = new ArrayList<>();
    for (JsonNode each : vector.get("expectedInvocations")) {
      expected.add(
          "%d %s %s"
              .formatted(
                  each.get("minute").asInt(), text(each, "state"), ARNS.get(text(each, "action"))));
    }
    assertThat(invocations).isEqualTo(expected);
  }

  static void lowSample(JsonNode vector) {
    Statistic percentile = Statistic.percentile(vector.get("percentile").asDouble());
    assertThat(percentile.hasTooFewSamples(vector.get("sampleCount").asDouble()))
        .isEqualTo(vector.get("expectedTooFewSamples").asBoolean());
  }

  static void validation(JsonNode vector) {
    assertThat(text(vector, "operation")).isEqualTo("PutMetricAlarm");
    Map<String, Object> properties =
        new ObjectMapper().convertValue(vector.get("request"), new TypeReference<>() {});
    List<AlarmProblem> problems = AlarmRequest.of(properties).problems();
    if (vector.get("accepted").asBoolean()) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems.stream().map(AlarmProblem::code).distinct().toList())
          .containsExactly(text(vector, "expectedErrorCode"));
    }
  }

  private static AlarmSpec.Builder spec(JsonNode vector) {
    int periods = vector.get("evaluationPeriods").asInt();
    String statistic = vector.has("statistic") ? text(vector, "statistic") : "Average";
    Comparison comparison =
        vector.has("operator")
            ? Comparison.parse(text(vector, "operator"))
            : Comparison.GREATER_THAN;
    return AlarmSpec.when(METRIC, Statistic.parse(statistic))
        .compares(comparison, vector.path("threshold").asDouble())
        .datapoints(vector.path("datapointsToAlarm").asInt(periods), periods)
        .period(Duration.ofSeconds(vector.get("period").asLong()));
  }

  private static DatapointRule rule(JsonNode vector) {
    return new DatapointRule(
        spec(vector).build().condition(),
        MissingData.parse(text(vector, "treatMissingData")),
        YoungBreach.OK);
  }

  private static List<AlarmState> priors(JsonNode vector) {
    String prior = text(vector, "priorState");
    return prior.equals("any") ? List.of(AlarmState.values()) : List.of(AlarmState.valueOf(prior));
  }

  private static double[] values(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).isNull() ? Double.NaN : array.get(i).asDouble();
    }
    return values;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static List<String> arns(JsonNode names) {
    return texts(names).stream().map(name -> ARNS.getOrDefault(name, name)).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }

  static long nanos(String instant) {
    return Instant.parse(instant).getEpochSecond() * SimTime.SECOND;
  }

  private static long clock(String time) {
    return LocalTime.parse(time).toNanoOfDay();
  }
}
