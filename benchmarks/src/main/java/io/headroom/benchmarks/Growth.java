package io.headroom.benchmarks;

import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.benchmarks.plot.LineChart;
import io.headroom.benchmarks.plot.LineChart.Point;
import io.headroom.benchmarks.race.Contestant;
import io.headroom.benchmarks.race.Field;
import io.headroom.benchmarks.race.Race;
import io.headroom.benchmarks.race.Result;
import io.headroom.benchmarks.race.Rounds;
import io.headroom.benchmarks.race.Spread;
import io.headroom.benchmarks.race.Standings;
import io.headroom.benchmarks.race.Table;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.sim.RunMonitor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How speed and memory grow with the size of the input, as tables and plots.
 *
 * <pre>{@code java -cp benchmarks.jar io.headroom.benchmarks.Growth [--quick] [--out DIR]}</pre>
 */
public final class Growth implements Field {
  private static final double MEGABYTE = 1 << 20;

  /** So many, and so often, that all is compiled before a run of few requests is measured. */
  private static final long WARM_UP_REQUESTS = 4_000_000;

  private static final int WARM_UPS = 4;

  /** Measures all laws, or those whose name matches. */
  public static void main(String[] args) {
    Options options = Options.ofCommand(args);
    List<Law> chosen = options.chosen(List.of(Law.values()), Law::name);
    chosen.forEach(law -> measure(law, options));
  }

  private static void measure(Law law, Options options) {
    List<Long> amounts = law.amounts(options.isQuick());
    List<Contestant> field = amounts.stream().map(amount -> contestant(law, amount, 1)).toList();
    Rounds rounds = options.isQuick() ? options.rounds() : options.rounds().once();
    Race race = new Race(Growth.class, rounds, System.out, List.of("-Xmx6g", "-XX:+UseSerialGC"));
    Standings standings = new Standings(race.run(field));
    Table table = new Table(law.words(), "M requests/s", "ns", "live heap MB");
    List<Point> speed = new ArrayList<>();
    List<Point> heap = new ArrayList<>();
    for (long amount : amounts) {
      String name = name(law, amount);
      Spread perSecond = standings.of(name, result -> result.speed() / 1e6);
      Spread megabytes = standings.of(name, result -> result.bytes() / MEGABYTE);
      speed.add(new Point(amount, perSecond.median() * 1e6));
      heap.add(new Point(amount, megabytes.median()));
      table.add(
          String.format(Locale.ROOT, "%,d", amount),
          perSecond.text(),
          Spread.digits(1e3 / perSecond.median()),
          megabytes.text());
    }
    String file = "growth-" + law.name().toLowerCase(Locale.ROOT).replace('_', '-');
    options.write(file + ".md", table.toString());
    plot(law, "requests a second", speed, options, file + "-speed.svg");
    plot(law, "live heap, MB", heap, options, file + "-heap.svg");
  }

  private static void plot(Law law, String up, List<Point> points, Options options, String file) {
    LineChart chart = new LineChart(up + " against " + law.words(), law.words(), up);
    chart.add("Headroom", points);
    options.save(file, chart.toSvg());
  }

  private static String name(Law law, long amount) {
    return law.name() + " " + amount;
  }

  @Override
  public List<Contestant> contestants(double share) {
    List<Contestant> all = new ArrayList<>();
    for (Law law : Law.values()) {
      for (boolean quick : List.of(true, false)) {
        law.amounts(quick).forEach(amount -> all.add(contestant(law, amount, share)));
      }
    }
    return all;
  }

  private static Contestant contestant(Law law, long amount, double share) {
    return new Contestant(name(law, amount), () -> run(law.scenario(amount, share)), true);
  }

  /**
   * Runs a scenario once for its speed, in processor time; near the end of a second run the heap is
   * looked at.
   */
  private static Result run(Scenario scenario) {
    for (int i = 0; i < WARM_UPS; i++) {
      WholeRun.STANDARD.run(Work.standard(WARM_UP_REQUESTS));
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begunNanos = threads.getCurrentThreadCpuTime();
    SimulationResult result = Simulation.run(scenario);
    double seconds = (threads.getCurrentThreadCpuTime() - begunNanos) / 1e9;
    HeapLook look = new HeapLook(scenario.duration().toNanos());
    Simulation.of(scenario).onProgress(look).run();
    double requests = result.requests().arrived();
    return new Result(
        requests, seconds, result.latency().mean(), result.latency().p99(), look.bytes);
  }

  /** Collects garbage once when a tenth of the run is left, and notes what lives. */
  private static final class HeapLook implements RunMonitor {
    private final long lookNanos;
    private double bytes = Double.NaN;

    HeapLook(long durationNanos) {
      lookNanos = durationNanos / 10 * 9;
    }

    @Override
    public boolean reached(long nowNanos) {
      if (Double.isNaN(bytes) && nowNanos >= lookNanos) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        bytes = runtime.totalMemory() - runtime.freeMemory();
        return false;
      }
      return true;
    }
  }
}
