package io.headroom.benchmarks.peers;

import io.headroom.benchmarks.WholeRuns;
import io.headroom.benchmarks.race.Contestant;
import io.headroom.benchmarks.race.Field;
import io.headroom.benchmarks.race.Race;
import io.headroom.benchmarks.race.Result;
import io.headroom.benchmarks.race.Rounds;
import io.headroom.benchmarks.race.Standings;
import io.headroom.benchmarks.race.Table;
import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.LimitA;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Headroom beside other simulators on the same work, in one run, with a check that all find the
 * same queue.
 *
 * <pre>{@code java -cp peers.jar io.headroom.benchmarks.peers.Peers [--quick] [--cpu]}</pre>
 */
public final class Peers implements Field {
  private static final String OVERLOAD = "overload: ";

  /** CloudSim Plus puts off events that are nearer than its grain: its figures are too long. */
  private static final double GRAIN_TOLERANCE = 0.15;

  /** Prints the table. */
  public static void main(String[] args) {
    List<String> options = Arrays.asList(args);
    Rounds rounds = options.contains("--quick") ? Rounds.QUICK : Rounds.FULL;
    if (options.contains("--cpu")) {
      rounds = rounds.by(Rounds.Clock.THREAD);
    }
    if (!SimPyEngine.isThere()) {
      System.out.println(
          "SimPy is left out: python3 here has no module simpy (pip install simpy, or -Dpython=)");
    }
    Race race = new Race(Peers.class, rounds, System.out, List.of("-Xmx4g"));
    Standings standings = new Standings(race.run(new Peers().contestants(rounds.share())));
    System.out.println(table(standings, rounds));
  }

  private static Table table(Standings standings, Rounds rounds) {
    Table table =
        new Table("engine", "requests/s", "Headroom is faster by", "mean ms", "p99 ms", "agrees");
    for (String name : standings.names()) {
      boolean overload = name.startsWith(OVERLOAD);
      boolean least = name.contains("least");
      String headroom = (overload ? OVERLOAD : "") + "Headroom" + (least ? ", least" : ", in turn");
      double mean = standings.of(name, Result::mean).median();
      double p99 = standings.of(name, Result::p99).median();
      table.add(
          name,
          standings.of(name, Result::speed).text(),
          "× " + standings.ratio(headroom, name).text(),
          millis(mean),
          millis(p99),
          agrees(name, mean, p99, rounds.share()));
    }
    return table;
  }

  /** Compares with ten replications of limit A on as many requests: 4 standard deviations. */
  private static String agrees(String name, double mean, double p99, double share) {
    if (name.startsWith(OVERLOAD)) {
      return "";
    }
    Balancing balancing =
        name.contains("least") ? Balancing.LEAST_OUTSTANDING : Balancing.ROUND_ROBIN;
    Engine limit = new LimitA(balancing);
    List<Tally> runs =
        LongStream.range(100, 110).mapToObj(seed -> limit.run(work(name, share, seed))).toList();
    double extra = name.contains("CloudSim") ? GRAIN_TOLERANCE : 0;
    boolean same =
        isNear(mean, runs.stream().map(Tally::mean).toList(), extra)
            && isNear(p99, runs.stream().map(Tally::p99).toList(), extra);
    return same ? "yes" : "NO";
  }

  private static boolean isNear(double figure, List<Double> figures, double tolerance) {
    double mean = figures.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = figures.stream().mapToDouble(f -> (f - mean) * (f - mean)).sum();
    double deviation = Math.sqrt(squares / (figures.size() - 1));
    return Math.abs(figure - mean) <= 4 * deviation + tolerance * mean;
  }

  private static Work work(String name, double share, long seed) {
    Work standard = Work.standard(Math.max(1, Math.round(requests(name) * share)));
    return new Work(20, 2, 320, standard.meanSeconds(), standard.requests(), seed);
  }

  private static long requests(String name) {
    if (name.contains("Headroom")) {
      return 4_000_000;
    }
    if (name.contains("SSJ")) {
      return 1_000_000;
    }
    return 100_000;
  }

  private static String millis(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds * 1e3);
  }

  @Override
  public List<Contestant> contestants(double share) {
    List<Contestant> all = new ArrayList<>();
    for (Balancing balancing : Balancing.values()) {
      String suffix = balancing == Balancing.ROUND_ROBIN ? ", in turn" : ", least";
      add(all, "Headroom" + suffix, WholeRuns.of(balancing), share);
      add(all, "SSJ as written" + suffix, new SsjEngine(balancing, false), share);
      add(all, "SSJ tuned" + suffix, new SsjEngine(balancing, true), share);
      if (SimPyEngine.isThere()) {
        String name = "SimPy" + suffix;
        SimPyEngine engine = new SimPyEngine(balancing);
        all.add(new Contestant(name, () -> engine.run(work(name, share, 42))));
      }
    }
    add(all, "CloudSim Plus, in turn", new CloudSimPlusEngine(), share);
    Work overload = Work.standard(Math.round(30_000 * share)).atRate(800);
    for (Engine engine : List.of(WholeRuns.of(Balancing.ROUND_ROBIN), new CloudSimPlusEngine())) {
      String name = engine.name().startsWith("Headroom") ? "Headroom, in turn" : engine.name();
      all.add(new Contestant(OVERLOAD + name, () -> WholeRuns.run(engine, overload)));
    }
    return all;
  }

  private static void add(List<Contestant> all, String name, Engine engine, double share) {
    all.add(new Contestant(name, () -> WholeRuns.run(engine, work(name, share, 42))));
  }
}
