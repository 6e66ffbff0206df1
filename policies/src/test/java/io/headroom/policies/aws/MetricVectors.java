package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.autoscaling.Trigger;
import io.headroom.cloudwatch.Alarm;
import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricDataQuery;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.Unit;
import io.headroom.policies.Snapshot;
import io.headroom.sim.SimTime;
import java.time.Duration;

/** The checks of vectors about the metrics of target tracking. */
final class MetricVectors {
  private static final TargetTracking CPU =
      TargetTracking.on(PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION).target(50);
  private static final Metric VISIBLE =
      Metric.of("AWS/SQS", "ApproximateNumberOfMessagesVisible").with("QueueName", "q");

  private MetricVectors() {}

  /** Each value is that of one instance in the same minute. */
  static void groupAverage(JsonNode given, JsonNode expected) {
    AlarmSpec alarm = CPU.highAlarm(Snapshot.WEB);
    MetricStore store = new MetricStore();
    for (JsonNode value : given.get("values")) {
      record(store, alarm.metric(), value.asDouble());
    }

    assertThat(newest(store, alarm).newest().orElseThrow().value())
        .isEqualTo(expected.get("average").asDouble());
  }

  private static void record(MetricStore store, Metric metric, double value) {
    MetricSeries series = store.open(metric, Unit.NONE, Publication.CUSTOM);
    for (int minute = 0; minute < 3; minute++) {
      series.record(minute * SimTime.MINUTE, value);
    }
  }

  private static AlarmEvaluation newest(MetricStore store, AlarmSpec alarm) {
    return new Alarm(alarm, store, AlarmSettings.DEFAULT).evaluate(3 * SimTime.MINUTE);
  }

  static void state(JsonNode given, JsonNode expected) {
    int desired = given.get("desired").asInt();
    for (Trigger trigger : CPU.triggers(Snapshot.WEB)) {
      AlarmSpec alarm = ((Trigger.OnAlarm) trigger).alarm();
      assertThat(((Trigger.OnAlarm) trigger).state()).isEqualTo(AlarmState.ALARM);
      assertThat(newest(new MetricStore(), alarm).state())
          .isEqualTo(AlarmState.valueOf(given.get("alarmState").asText()));
      ScalingDecision decision = CPU.newDecider().decide(Snapshot.of(desired).asked(alarm));
      assertThat(decision.obstacle()).hasValue(Obstacle.MISSING_DATA);
      assertThat(decision.capacity().orElse(desired)).isEqualTo(expected.get("desired").asInt());
    }
  }

  static void backlog(JsonNode given, JsonNode expected) {
    double target = given.get("latency").asDouble() / given.get("processingTime").asDouble();
    assertThat(target).isEqualTo(expected.get("target").asDouble());
    int instances = given.get("instances").asInt();
    MetricMath perInstance =
        MetricMath.of(
            MetricDataQuery.metric("m1", stat(VISIBLE, Statistic.SUM)),
            MetricDataQuery.metric(
                "m2", stat(GroupMetrics.IN_SERVICE_INSTANCES, Statistic.AVERAGE)),
            MetricDataQuery.expression("backlog", "m1 / m2"));
    TargetTracking policy = TargetTracking.on(new CustomizedMath(perInstance)).target(target);
    MetricStore store = new MetricStore();
    record(store, VISIBLE, given.get("messages").asDouble());
    record(store, GroupMetrics.of(GroupMetrics.IN_SERVICE_INSTANCES, Snapshot.WEB), instances);
    AlarmEvaluation evaluation = newest(store, policy.highAlarm(Snapshot.WEB));

    assertThat(evaluation.newest().isPresent()).isEqualTo(!expected.get("backlog").isNull());
    if (evaluation.newest().isPresent()) {
      assertThat(evaluation.newest().get().value()).isEqualTo(expected.get("backlog").asDouble());
      assertThat(
              policy
                  .newDecider()
                  .decide(Snapshot.of(instances).asked(evaluation))
                  .capacity()
                  .getAsInt())
          .isEqualTo(expected.get("desired").asInt());
    }
  }

  private static MetricStat stat(Metric metric, Statistic statistic) {
    return new MetricStat(metric, statistic, Duration.ofMinutes(1));
  }
}
