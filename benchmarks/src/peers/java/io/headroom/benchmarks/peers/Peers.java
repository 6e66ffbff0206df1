package io.headroom.benchmarks.peers;

import io.headroom.benchmarks.Options;
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
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Headroom beside other simulators on the same work, in one run, with a check that all find the
 * same queue. Each takes turns with Headroom.
 *
 * <pre>
 * {@code java -cp peers.jar io.headroom.benchmarks.peers.Peers [--quick] [--cpu] [--only REGEX]}
 * </pre>
 */
public final class Peers implements Field {
  private static final String OVERLOAD = "overload: ";
  private static final long OVERLOAD_REQUESTS = 30_000;
  private static final double TWICE_THE_CAPACITY = 800;

  /** A run of 30,000 requests is over in milliseconds: so many of them are one measurement. */
  private static final int REPETITIONS = 300;

  /** CloudSim Plus puts off events that are nearer than its grain: its figures are too long. */
  private static final double GRAIN_TOLERANCE = 0.15;

  /** Prints the table. */
  public static void main(String[] args) {
    Options options = Options.ofCommand(args);
    Rounds rounds = options.rounds(Rounds.FULL);
    if (!SimPyEngine.isThere()) {
      System.out.println(
          "SimPy is left out: python3 here has no module simpy (pip install simpy, or -Dpython=)");
    }
    List<String> jvm = List.of("-Xmx4g", "-Dpython=" + SimPyEngine.PYTHON);
    Race race = new Race(Peers.class, rounds, System.out, jvm);
    List<Contestant> chosen =
        options.chosen(new Peers().contestants(rounds.share()), Contestant::name);
    Standings standings = new Standings(race.run(chosen));
    options.write("peers.md", table(standings, rounds).toString());
  }

  private static Table table(Standings standings, Rounds rounds) {
    Table table =
        new Table("engine", "requests/s", "Headroom is faster by", "mean ms", "p99 ms", "agrees");
    for (String name : standings.names()) {
      double mean = standings.of(name, Result::mean).median();
      double p99 = standings.of(name, Result::p99).median();
      table.add(
          name,
          standings.of(name, Result::speed).text(),
          standings.of(name, result -> 1 / result.ratio()).text(),
          millis(mean),
          millis(p99),
          agrees(name, mean, p99, rounds.share()));
    }
    return table;
  }

  /** Compares with ten replications of limit A on the same work: 4 standard deviations. */
  private static String agrees(String name, double mean, double p99, double share) {
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
    long requests = Math.max(1, Math.round(requests(name) * share));
    double rate = name.startsWith(OVERLOAD) ? TWICE_THE_CAPACITY : 320;
    return new Work(20, 2, rate, Work.standard(requests).meanSeconds(), requests, seed);
  }

  private static long requests(String name) {
    if (name.startsWith(OVERLOAD)) {
      return OVERLOAD_REQUESTS;
    }
    if (name.contains("Headroom")) {
      return 4_000_000;
    }
    return name.contains("SSJ") || name.contains("DSOL") ? 1_000_000 : 100_000;
  }

  private static String millis(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds * 1e3);
  }

  @Override
  public List<Contestant> contestants(double share) {
    List<Contestant> all = new ArrayList<>();
    for (Balancing balancing : Balancing.values()) {
      String suffix = balancing == Balancing.ROUND_ROBIN ? ", in turn" : ", least";
      String headroom = "Headroom" + suffix;
      all.add(contestant(headroom, WholeRuns.of(balancing), share));
      for (boolean isTuned : List.of(false, true)) {
        String name = (isTuned ? "SSJ tuned" : "SSJ as written") + suffix;
        all.add(contestant(name, new SsjEngine(balancing, isTuned), share).beside(headroom));
      }
      all.add(contestant("DSOL" + suffix, new DsolEngine(balancing), share).beside(headroom));
      if (SimPyEngine.isThere()) {
        String name = "SimPy" + suffix;
        SimPyEngine engine = new SimPyEngine(balancing);
        Contestant simPy = new Contestant(name, () -> engine.run(work(name, share, 42)), true);
        all.add(simPy.beside(headroom));
      }
    }
    String cloudSim = "CloudSim Plus, in turn";
    String headroom = "Headroom, in turn";
    all.add(contestant(cloudSim, new CloudSimPlusEngine(), share).beside(headroom));
    Engine draining = WholeRuns.draining(Balancing.ROUND_ROBIN);
    Work overload = work(OVERLOAD, share, 42);
    all.add(new Contestant(OVERLOAD + headroom, () -> repeated(draining, overload)));
    all.add(
        contestant(OVERLOAD + cloudSim, new CloudSimPlusEngine(), share)
            .beside(OVERLOAD + headroom));
    return all;
  }

  private static Result repeated(Engine engine, Work work) {
    long begunNanos = System.nanoTime();
    double requests = 0;
    Tally tally = engine.run(work);
    for (int i = 1; i < REPETITIONS; i++) {
      requests += tally.requests();
      tally = engine.run(work);
    }
    requests += tally.requests();
    double seconds = (System.nanoTime() - begunNanos) / 1e9;
    return new Result(requests, seconds, tally.mean(), tally.p99(), Double.NaN);
  }

  private static Contestant contestant(String name, Engine engine, double share) {
    return new Contestant(name, () -> WholeRuns.run(engine, work(name, share, 42)));
  }
}
