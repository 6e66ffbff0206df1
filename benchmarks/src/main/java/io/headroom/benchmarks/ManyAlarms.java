package io.headroom.benchmarks;

import io.headroom.cloudwatch.AlarmSchedule;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * CloudWatch alone: metrics of one sample a minute and alarms on them that ask for three of three
 * datapoints of a minute, each evaluated every minute at its own second. About a third of the time
 * an alarm is in ALARM and runs its scaling action every minute.
 *
 * @param alarms how many alarms
 * @param metrics how many metrics they share evenly
 * @param duration the simulated time
 */
record ManyAlarms(int alarms, int metrics, Duration duration) {
  private static final int MINUTES = 1_440;
  private static final double THRESHOLD = 60;

  /** Runs it once. */
  Outcome run() {
    Simulator simulator = new Simulator();
    MetricStore store = new MetricStore();
    AlarmSchedule schedule =
        new AlarmSchedule(simulator, store, new RandomStreams(42, 0), AlarmSettings.DEFAULT);
    publish(simulator, store);
    long[] actions = {0};
    for (int i = 0; i < alarms; i++) {
      schedule.add(alarm(i), (action, evaluation) -> actions[0]++);
    }
    simulator.runUntil(duration.toNanos(), nowNanos -> true);
    long transitions =
        schedule.alarms().stream().mapToLong(alarm -> alarm.transitions().size()).sum();
    return new Outcome(alarms * duration.toMinutes(), transitions, actions[0]);
  }

  private AlarmSpec alarm(int number) {
    return AlarmSpec.when(metric(number % metrics), Statistic.AVERAGE)
        .isAbove(THRESHOLD + number / 1e5)
        .datapoints(3, 3)
        .named("alarm-" + number)
        .onAlarm("scale-out")
        .build();
  }

  private static Metric metric(int number) {
    return Metric.of("AWS/EC2", "CPUUtilization").with("InstanceId", "i-" + number);
  }

  /** Publishes a sample of each metric at the end of each minute that it measures. */
  private void publish(Simulator simulator, MetricStore store) {
    List<MetricSeries> series = new ArrayList<>();
    for (int i = 0; i < metrics; i++) {
      series.add(store.open(metric(i), Unit.PERCENT, Publication.EC2_DETAILED));
    }
    double[] day = day();
    Runnable minute =
        () -> {
          long startNanos = simulator.nowNanos() - SimTime.MINUTE;
          int first = (int) (startNanos / SimTime.MINUTE % MINUTES);
          for (int i = 0; i < metrics; i++) {
            series.get(i).record(startNanos, day[(first + 7 * i) % MINUTES]);
          }
        };
    simulator.repeat(SimTime.MINUTE, SimTime.MINUTE, Phase.MEASURE, "samples", minute);
  }

  /** Returns the values of one day: six waves with some noise. */
  private static double[] day() {
    RandomStream random = new RandomStream(1);
    double[] values = new double[MINUTES];
    for (int i = 0; i < MINUTES; i++) {
      values[i] = 50 + 30 * Math.sin(2 * Math.PI * i / 240) + 10 * (random.nextDouble() - 0.5);
    }
    return values;
  }

  /**
   * What came of it.
   *
   * @param evaluations how many evaluations took place
   * @param transitions how many of them changed the state of an alarm
   * @param actions how many actions ran
   */
  record Outcome(long evaluations, long transitions, long actions) {}
}
