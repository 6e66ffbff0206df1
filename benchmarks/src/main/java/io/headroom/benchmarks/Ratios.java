package io.headroom.benchmarks;

import io.headroom.benchmarks.race.Contestant;
import io.headroom.benchmarks.race.Field;
import io.headroom.benchmarks.race.Race;
import io.headroom.benchmarks.race.Result;
import io.headroom.benchmarks.race.Spread;
import io.headroom.benchmarks.race.Standings;
import io.headroom.benchmarks.race.Table;
import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.LimitA;
import io.headroom.benchmarks.yardstick.LimitB;
import io.headroom.benchmarks.yardstick.LimitR;
import io.headroom.benchmarks.yardstick.ObjectStyle;
import io.headroom.benchmarks.yardstick.SharedLimit;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.ec2.Discipline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Headroom beside the yardsticks on the same work, in one run. Each takes turns with limit A, the
 * bare loop, or that for processor sharing.
 *
 * <pre>{@code java -cp benchmarks.jar io.headroom.benchmarks.Ratios [--quick] [--only REGEX]}</pre>
 */
public final class Ratios implements Field {
  private static final String LIMIT = "limit A";
  private static final String SHARING = ", processor sharing";
  private static final long REQUESTS = 4_000_000;
  private static final long OBJECT_REQUESTS = 2_000_000;

  /** Prints the table. */
  public static void main(String[] args) {
    Options options = Options.ofCommand(args);
    List<Contestant> chosen = options.chosen(new Ratios().contestants(1), Contestant::name);
    Race race = new Race(Ratios.class, options.rounds(), System.out, List.of("-Xmx2g"));
    Standings standings = new Standings(race.run(chosen));
    options.write("ratios.md", table(standings).toString());
  }

  private static Table table(Standings standings) {
    Table table =
        new Table("engine", "M requests/s", "ns", "× limit A", "bytes", "mean ms", "p99 ms");
    for (String name : standings.names()) {
      table.add(
          name,
          standings.of(name, result -> result.speed() / 1e6).text(),
          Spread.digits(1e9 / standings.of(name, Result::speed).median()),
          standings.of(name, Result::ratio).text(),
          Spread.digits(standings.of(name, Result::bytes).median()),
          millis(standings.of(name, Result::mean).median()),
          millis(standings.of(name, Result::p99).median()));
    }
    return table;
  }

  private static String millis(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds * 1e3);
  }

  @Override
  public List<Contestant> contestants(double share) {
    Work work = Work.standard(Math.round(REQUESTS * share));
    Work objects = Work.standard(Math.round(OBJECT_REQUESTS * share));
    List<Contestant> all = new ArrayList<>();
    for (Balancing balancing : Balancing.values()) {
      yardsticks(balancing, work, objects, all);
    }
    for (WholeRun run : WholeRun.all()) {
      all.add(Entry.of(run, work).beside(reference(run)));
    }
    return all;
  }

  private static void yardsticks(
      Balancing balancing, Work work, Work forObjects, List<Contestant> all) {
    String suffix = ", " + Balance.of(balancing).words();
    String limit = LIMIT + suffix;
    all.add(Entry.of(limit, new LimitA(balancing), work));
    for (Engine engine : List.of(new LimitB(balancing), new LimitR(balancing))) {
      all.add(Entry.of(engine.name() + suffix, engine, work).beside(limit));
    }
    all.add(Entry.of(limit + SHARING, new SharedLimit(balancing), work));
    Engine objects = new ObjectStyle(balancing);
    all.add(Entry.of(objects.name() + suffix, objects, forObjects).beside(limit));
  }

  /** The bare loop for the same discipline, and for least outstanding or for round robin. */
  private static String reference(WholeRun run) {
    boolean isLeast = run.balance() == Balance.LEAST_OUTSTANDING;
    Balance balance = isLeast ? Balance.LEAST_OUTSTANDING : Balance.ROUND_ROBIN;
    boolean isShared = run.discipline() == Discipline.PROCESSOR_SHARING;
    return LIMIT + ", " + balance.words() + (isShared ? SHARING : "");
  }
}
