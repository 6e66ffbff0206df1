package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Statistic;
import io.headroom.sim.Distribution;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What idle instances hold back is there for whoever looks, as if it had been recorded at once. */
class HeldBackMetricsTest {
  private static final int MINUTES = 60;

  /** One run of random launches, ends, failures, counting and work. */
  private static final class World {
    private final Simulator simulator = new Simulator();
    private final ServerPool pool = new ServerPool();
    private final MetricStore store = new MetricStore();
    private final RandomStream random;
    private final Ec2 ec2 =
        new Ec2(
            simulator,
            new RandomStreams(1, 0),
            new BootTimes(
                Distribution.constant(Duration.ofSeconds(60)),
                Distribution.constant(Duration.ofSeconds(90)),
                Distribution.constant(Duration.ofSeconds(22))),
            pool);

    World(long seed, boolean readEachMinute) {
      random = new RandomStream(seed);
      Ec2Metrics metrics = new Ec2Metrics(ec2, store, name -> name, () -> 0);
      every(SimTime.MINUTE, Phase.MEASURE, () -> metrics.publish(simulator.nowNanos()));
      every(97 * SimTime.SECOND, Phase.WORLD, this::change);
      if (readEachMinute) {
        every(SimTime.MINUTE, Phase.EVALUATE, this::look);
      }
      for (int i = 0; i < 4; i++) {
        ec2.countInGroupMetrics(launched(i).get(0));
      }
    }

    private void every(long periodNanos, Phase phase, Runnable action) {
      simulator.repeat(periodNanos, periodNanos, phase, "test", action);
    }

    private List<Instance> launched(int number) {
      Monitoring monitoring = number % 2 == 0 ? Monitoring.BASIC : Monitoring.DETAILED;
      LaunchConfiguration launch = LaunchConfiguration.of("m5.large").monitoring(monitoring);
      String group = number % 3 == 0 ? "a" : "b";
      return List.of(ec2.launchInService(launch, "zone", group, InstanceListener.NONE));
    }

    private void change() {
      List<Instance> live = new ArrayList<>(ec2.live());
      Instance any = live.get(random.nextInt(live.size()));
      switch (random.nextInt(12)) {
        case 0 -> ec2.countInGroupMetrics(launched(random.nextInt(6)).get(0));
        case 1 -> ec2.launch(any.configuration(), "zone", "a", InstanceListener.NONE);
        case 2 -> {
          if (live.size() > 2) {
            ec2.terminate(any);
          }
        }
        case 3 -> ec2.stopCountingInGroupMetrics(any);
        case 4 -> ec2.failZone("zone");
        case 5 -> ec2.restoreZone("zone");
        case 6 -> {
          if (any.state() == InstanceState.RUNNING) {
            long now = simulator.nowNanos();
            any.server().offer(now, pool.requests().take(now, SimTime.HOUR));
          }
        }
        default -> {}
      }
    }

    private void look() {
      long now = simulator.nowNanos();
      store.metrics().forEach(m -> store.statistic(m, Statistic.SUM, now - SimTime.HOUR, now, now));
    }

    List<String> contents() {
      List<String> contents = new ArrayList<>();
      for (Metric metric : store.metrics()) {
        for (Statistic statistic :
            List.of(Statistic.SUM, Statistic.SAMPLE_COUNT, Statistic.percentile(50))) {
          MetricStat stat = new MetricStat(metric, statistic, Duration.ofMinutes(1));
          long now = simulator.nowNanos();
          contents.add(stat + " " + store.query(stat, 0, now + SimTime.MINUTE, now));
        }
      }
      return contents;
    }

    World run(int minutes) {
      simulator.runUntil(minutes * SimTime.MINUTE + 1, RunMonitor.NONE);
      return this;
    }
  }

  @Property(tries = 20)
  void reading_doesNotChangeWhatIsThere(@ForAll long seed) {
    List<String> eager = new World(seed, true).run(MINUTES).contents();

    assertThat(new World(seed, false).run(MINUTES).contents()).isEqualTo(eager);
  }

  @Test
  void idleInstances_haveADatapointForEachMinute() {
    World world = new World(1, false);
    world.ec2.live().forEach(instance -> assertThat(instance.server().inFlight(0)).isEqualTo(0));
    world.simulator.runUntil(95 * SimTime.SECOND, RunMonitor.NONE);

    Metric checks = Metric.of("AWS/EC2", "StatusCheckFailed").with("AutoScalingGroupName", "b");
    long now = SimTime.HOUR;
    assertThat(world.store.statistic(checks, Statistic.SAMPLE_COUNT, 0, SimTime.MINUTE, now))
        .hasValue(2.0);
    assertThat(world.store.statistic(checks, Statistic.SUM, 0, SimTime.MINUTE, now)).hasValue(0.0);
  }

  /** After two weeks the oldest minutes have become five-minute points, also those held back. */
  @Test
  void heldBackDatapoints_ageLikeOthers() {
    World read = new World(3, true);
    World unread = new World(3, false);
    int days = 20 * 24 * 60;

    assertThat(idle(unread, days, false)).isEqualTo(idle(read, days, true));
  }

  private static List<String> idle(World world, int minutes, boolean readDaily) {
    MetricStore store = new MetricStore();
    Ec2Metrics metrics = new Ec2Metrics(world.ec2, store, name -> name, () -> 0);
    Metric use = Metric.of("AWS/EC2", "CPUUtilization").with("AutoScalingGroupName", "a");
    for (long minute = 1; minute <= minutes; minute++) {
      metrics.publish(minute * SimTime.MINUTE);
      if (readDaily && minute % 1_440 == 0) {
        store.exists(use);
        store.statistic(use, Statistic.SUM, 0, minute * SimTime.MINUTE, minute * SimTime.MINUTE);
      }
    }
    long now = minutes * SimTime.MINUTE;
    MetricStat hourly = new MetricStat(use, Statistic.SAMPLE_COUNT, Duration.ofHours(1));
    return List.of(store.query(hourly, 0, now, now).toString());
  }
}
