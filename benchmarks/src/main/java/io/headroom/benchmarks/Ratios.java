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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Headroom beside the yardsticks on the same work, in one run.
 *
 * <pre>{@code java -cp benchmarks.jar io.headroom.benchmarks.Ratios [--quick] [--only REGEX]}</pre>
 */
public final class Ratios implements Field {
  private static final String LEAST = "least outstanding";
  private static final String SHARING = "processor sharing";

  /** What every way of balancing but least outstanding is compared with, in order of arrival. */
  static final String REFERENCE = "limit A, round robin";

  private static final String REFERENCE_LEAST = "limit A, " + LEAST;
  private static final long YARDSTICK_REQUESTS = 4_000_000;
  private static final long HEADROOM_REQUESTS = 4_000_000;
  private static final long OBJECT_REQUESTS = 2_000_000;

  /** Prints the table. */
  public static void main(String[] args) {
    Options options = Options.ofCommand(args);
    List<Contestant> chosen =
        new Ratios()
            .contestants(1).stream()
                .filter(each -> isReference(each.name()) || options.wants(each.name()))
                .toList();
    Race race = new Race(Ratios.class, options.rounds(), System.out, List.of("-Xmx2g"));
    Standings standings = new Standings(race.run(chosen));
    options.write("ratios.md", table(standings).toString());
  }

  private static boolean isReference(String name) {
    return name.startsWith(REFERENCE) || name.startsWith(REFERENCE_LEAST);
  }

  /** The bare loop for the same discipline, and for least outstanding or for round robin. */
  private static String reference(String name) {
    String balanced = name.contains(LEAST) ? REFERENCE_LEAST : REFERENCE;
    return name.contains(SHARING) ? balanced + ", " + SHARING : balanced;
  }

  private static Table table(Standings standings) {
    Table table =
        new Table("engine", "M requests/s", "ns", "× limit A", "bytes", "mean ms", "p99 ms");
    for (String name : standings.names()) {
      table.add(
          name,
          standings.of(name, result -> result.speed() / 1e6).text(),
          Spread.digits(1e9 / standings.of(name, Result::speed).median()),
          standings.ratio(name, reference(name)).text(),
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
    List<Contestant> all = new ArrayList<>();
    yardsticks(share, all);
    Work work = Work.standard(Math.round(HEADROOM_REQUESTS * share));
    WholeRun.all().forEach(run -> all.add(Entry.of(run, work)));
    return all;
  }

  private static void yardsticks(double share, List<Contestant> all) {
    for (Balancing balancing : Balancing.values()) {
      String suffix = balancing == Balancing.ROUND_ROBIN ? ", round robin" : ", " + LEAST;
      for (Engine engine :
          List.of(new LimitA(balancing), new LimitB(balancing), new LimitR(balancing))) {
        long requests = Math.round(YARDSTICK_REQUESTS * share);
        all.add(Entry.of(engine.name() + suffix, engine, Work.standard(requests)));
      }
      all.add(
          Entry.of(
              "limit A" + suffix + ", " + SHARING,
              new SharedLimit(balancing),
              Work.standard(Math.round(YARDSTICK_REQUESTS * share))));
      Engine objects = new ObjectStyle(balancing);
      long requests = Math.round(OBJECT_REQUESTS * share);
      all.add(Entry.of(objects.name() + suffix, objects, Work.standard(requests)));
    }
  }
}
