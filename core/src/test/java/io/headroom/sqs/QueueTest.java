package io.headroom.sqs;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.Scenario;
import io.headroom.ScenarioBuilder;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.SimulationSettings;
import io.headroom.TimeSeries;
import io.headroom.Traffic;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.Timings;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.sim.Distribution;
import io.headroom.sim.RandomStreams;
import io.headroom.testing.Rule;
import io.headroom.workload.Arrivals;
import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTest {
  private static final long SECOND = 1_000_000_000L;

  /** One message a second. */
  private record EachSecond() implements Workload {
    @Override
    public String name() {
      return "each second";
    }

    @Override
    public Arrivals open(RandomStreams random, long horizonNanos) {
      long[] next = {SECOND};
      return times -> {
        if (next[0] >= horizonNanos) {
          return 0;
        }
        times[0] = next[0];
        next[0] += SECOND;
        return 1;
      };
    }

    @Override
    public double requestsPerSecond(long timeNanos) {
      return 1;
    }
  }

  private static ScenarioBuilder jobs(QueueSpec queue, int instances, Duration demand) {
    return Scenario.builder("jobs")
        .duration(Duration.ofMinutes(10))
        .group(
            AutoScalingGroupSpec.builder("workers")
                .min(0)
                .max(10)
                .desired(instances)
                .zones(List.of("a"))
                .launchConfiguration(LaunchConfiguration.of("m5.large"))
                .build())
        .queue(queue)
        .traffic(
            new Traffic(
                queue.name(), new EachSecond(), RequestProfile.of(Distribution.constant(demand))))
        .settings(SimulationSettings.DEFAULT.timings(Timings.immediate()));
  }

  private static double last(SimulationResult result, String name) {
    TimeSeries series = result.series(name).orElseThrow();
    return series.value(series.size() - 1);
  }

  @Test
  void messages_waitWhileNobodyPolls() {
    SimulationResult result =
        Simulation.run(jobs(QueueSpec.of("jobs"), 1, Duration.ofSeconds(1)).build());

    assertThat(last(result, "jobs.visible")).isWithin(1).of(600);
    assertThat(last(result, "jobs.oldest")).isWithin(1).of(599);
    assertThat(last(result, "jobs.deletedPerSecond")).isEqualTo(0);
  }

  @Test
  void workers_keepUpWithWhatTheyCanDo() {
    PollerSpec twoWorkers = PollerSpec.of("workers", "jobs");
    QueueSpec polled = QueueSpec.of("jobs").waitTime(Duration.ofSeconds(20));
    SimulationResult idle =
        Simulation.run(jobs(polled, 1, Duration.ofMillis(500)).poller(twoWorkers).build());
    assertThat(last(idle, "jobs.visible")).isEqualTo(0);
    assertThat(last(idle, "jobs.deletedPerSecond")).isWithin(0.02).of(1);
    assertThat(last(idle, "workers.utilisation")).isWithin(0.01).of(0.25);

    SimulationResult behind =
        Simulation.run(jobs(polled, 1, Duration.ofSeconds(4)).poller(twoWorkers).build());
    assertThat(last(behind, "jobs.deletedPerSecond")).isWithin(0.02).of(0.5);
    assertThat(last(behind, "jobs.visible")).isWithin(5).of(300);
    assertThat(last(behind, "workers.utilisation")).isWithin(0.01).of(1);
  }

  @Test
  void moreWorkersThanVcpus_shareThem() {
    PollerSpec four = PollerSpec.of("workers", "jobs").workers(4);
    SimulationResult result =
        Simulation.run(jobs(QueueSpec.of("jobs"), 1, Duration.ofSeconds(4)).poller(four).build());

    assertThat(last(result, "jobs.deletedPerSecond")).isWithin(0.05).of(0.5);
    assertThat(last(result, "workers.utilisation")).isWithin(0.01).of(1);
  }

  @Test
  void messageThatTakesTooLong_comesBackAndEndsAsADeadLetter() {
    QueueSpec impatient =
        QueueSpec.of("jobs").visibilityTimeout(Duration.ofSeconds(5)).redrive("dead", 2);
    SimulationResult result =
        Simulation.run(
            jobs(impatient, 5, Duration.ofSeconds(8))
                .queue(QueueSpec.of("dead"))
                .poller(PollerSpec.of("workers", "jobs"))
                .build());

    assertThat(last(result, "jobs.deletedPerSecond")).isEqualTo(0);
    assertThat(last(result, "dead.visible")).isGreaterThan(100.0);
    assertThat(last(result, "dead.oldest")).isGreaterThan(500.0);
    QueueStatus jobs = result.queues().get(0);
    QueueStatus dead = result.queues().get(1);
    assertThat(jobs.sent()).isEqualTo(599);
    assertThat(jobs.deleted()).isEqualTo(0);
    assertThat(jobs.deadLettered()).isGreaterThan(100);
    assertThat(dead.moved()).isEqualTo(jobs.deadLettered());
    assertThat(dead.visible()).isEqualTo(dead.moved());
  }

  /** Each message was deleted, went to the dead letters, expired, or is still there. */
  @Test
  void messages_areConserved() {
    QueueSpec queue =
        QueueSpec.of("jobs")
            .delay(Duration.ofSeconds(7))
            .visibilityTimeout(Duration.ofSeconds(9))
            .retention(Duration.ofMinutes(2))
            .redrive("dead", 1);
    Distribution sometimesTooLong = Distribution.exponential(Duration.ofSeconds(5));
    SimulationResult result =
        Simulation.run(
            jobs(queue, 2, Duration.ZERO)
                .queue(QueueSpec.of("dead").retention(Duration.ofMinutes(3)))
                .poller(PollerSpec.of("workers", "jobs").batch(2))
                .traffic(new Traffic("jobs", new EachSecond(), RequestProfile.of(sometimesTooLong)))
                .build());

    for (QueueStatus each : result.queues()) {
      long left = (long) each.visible() + each.inFlight() + each.delayed();
      assertThat(each.deleted() + each.deadLettered() + each.expired() + left)
          .isEqualTo(each.sent() + each.moved());
    }
    QueueStatus jobs = result.queues().get(0);
    assertThat(jobs.deleted()).isGreaterThan(0);
    assertThat(jobs.deadLettered()).isGreaterThan(0);
    assertThat(jobs.expired()).isGreaterThan(0);
    assertThat(jobs.delayed()).isGreaterThan(0);
  }

  @Test
  void delay_hidesNewMessages() {
    Messages messages = new Messages();
    MessageQueue queue =
        new MessageQueue(QueueSpec.of("q").delay(Duration.ofSeconds(10)), messages);
    queue.send(0);

    assertThat(queue.delayed()).isEqualTo(1);
    assertThat(queue.receive(SECOND)).isEqualTo(-1);
    assertThat(queue.nextNanos()).isEqualTo(10 * SECOND);
    queue.pass(10 * SECOND);
    assertThat(queue.delayed()).isEqualTo(0);
    assertThat(queue.receive(10 * SECOND)).isAtLeast(0);
  }

  @Test
  void receivedMessage_isHiddenUntilItsTimeout() {
    Messages messages = new Messages();
    MessageQueue queue = new MessageQueue(QueueSpec.of("q"), messages);
    queue.send(0);
    int message = queue.receive(SECOND);
    int use = messages.use(message);

    assertThat(queue.visible()).isEqualTo(0);
    assertThat(queue.inFlight()).isEqualTo(1);
    queue.pass(30 * SECOND);
    assertThat(queue.visible()).isEqualTo(0);
    queue.pass(31 * SECOND);
    assertThat(queue.visible()).isEqualTo(1);
    queue.delete(message, use, SECOND);
    assertThat(queue.deleted()).isEqualTo(0);
    assertThat(queue.receive(32 * SECOND)).isEqualTo(message);
    queue.delete(message, use, 32 * SECOND);
    assertThat(queue.deleted()).isEqualTo(1);
    assertThat(queue.oldestNanos(33 * SECOND)).isEqualTo(0);
  }

  @Test
  void retention_deletesOldMessages() {
    MessageQueue queue =
        new MessageQueue(QueueSpec.of("q").retention(Duration.ofMinutes(1)), new Messages());
    queue.send(0);
    queue.send(50 * SECOND);
    queue.retain(61 * SECOND);

    assertThat(queue.visible()).isEqualTo(1);
    assertThat(queue.oldestNanos(61 * SECOND)).isEqualTo(11 * SECOND);
  }

  @Test
  @Rule("cloudwatch 14.6")
  void metrics_arePublishedEachMinuteZerosIncluded() {
    MetricStore store = new MetricStore();
    MessageQueue queue = new MessageQueue(QueueSpec.of("q"), new Messages());
    QueueMetrics metrics = new QueueMetrics(queue, store);
    queue.send(SECOND);
    queue.send(2 * SECOND);
    queue.receive(3 * SECOND);
    metrics.publish(60 * SECOND);

    assertThat(newest(store, "ApproximateNumberOfMessagesVisible")).isEqualTo(1);
    assertThat(newest(store, "ApproximateNumberOfMessagesNotVisible")).isEqualTo(1);
    assertThat(newest(store, "ApproximateNumberOfMessagesDelayed")).isEqualTo(0);
    assertThat(newest(store, "ApproximateAgeOfOldestMessage")).isEqualTo(59);
    assertThat(newest(store, "NumberOfMessagesSent")).isEqualTo(2);
    assertThat(newest(store, "NumberOfMessagesReceived")).isEqualTo(1);
    assertThat(newest(store, "NumberOfMessagesDeleted")).isEqualTo(0);
    assertThat(newest(store, "NumberOfEmptyReceives")).isEqualTo(0);
  }

  private static double newest(MetricStore store, String name) {
    Metric metric = Metric.of("AWS/SQS", name).with("QueueName", "q");
    return store.statistic(metric, Statistic.SUM, 0, 60 * SECOND, 180 * SECOND).orElseThrow();
  }

  @Test
  void equalScenarios_giveEqualResults() {
    Scenario scenario =
        jobs(QueueSpec.of("jobs"), 2, Duration.ofSeconds(2))
            .poller(PollerSpec.of("workers", "jobs").batch(10))
            .build();

    assertThat(Simulation.run(scenario).withWallSeconds(0))
        .isEqualTo(Simulation.run(scenario).withWallSeconds(0));
  }

  @Test
  void partsThatDoNotFit_areReported() {
    ScenarioBuilder broken =
        jobs(QueueSpec.of("jobs").redrive("nowhere", 3), 1, Duration.ofSeconds(1))
            .poller(PollerSpec.of("nobody", "jobs"));

    assertThat(broken.problems()).hasSize(2);
    assertThrows(
        IllegalArgumentException.class,
        () -> QueueSpec.of("q").visibilityTimeout(Duration.ofHours(13)));
    assertThrows(IllegalArgumentException.class, () -> PollerSpec.of("g", "q").batch(11));
  }
}
