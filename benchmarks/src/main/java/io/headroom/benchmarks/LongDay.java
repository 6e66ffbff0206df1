package io.headroom.benchmarks;

import io.headroom.benchmarks.race.Contestant;
import io.headroom.benchmarks.race.Field;
import io.headroom.benchmarks.race.Race;
import io.headroom.benchmarks.race.Result;
import io.headroom.benchmarks.race.Rounds;
import io.headroom.benchmarks.race.Standings;
import io.headroom.benchmarks.race.Table;
import io.headroom.benchmarks.yardstick.Work;
import java.util.List;
import java.util.Locale;

/**
 * A day of 10,000 requests a second, 864 million of them, over 500 instances with everything on, in
 * 512 MB of heap.
 *
 * <pre>{@code java -cp benchmarks.jar io.headroom.benchmarks.LongDay [--quick] [--cpu]}</pre>
 */
public final class LongDay implements Field {
  private static final String HEAP = "-Xmx512m";
  private static final double SECONDS_A_DAY = 86_400;
  private static final double RATE = 10_000;

  /** Runs the day once and prints a table of one row. */
  public static void main(String[] args) {
    Options options = Options.ofCommand(args);
    Rounds once = new Rounds(1, 0, 1, 1, Rounds.Clock.WALL);
    Rounds rounds = options.rounds(once);
    List<Contestant> field = new LongDay().contestants(rounds.share());
    Race race = new Race(LongDay.class, rounds, System.out, List.of(HEAP, "-XX:+UseSerialGC"));
    Standings standings = new Standings(race.run(field));
    Table table = new Table("run in 512 MB of heap", "requests", "seconds", "M requests/s");
    for (String name : standings.names()) {
      table.add(
          name,
          String.format(Locale.ROOT, "%,.0f", standings.of(name, Result::units).median()),
          standings.of(name, Result::seconds).text(),
          standings.of(name, result -> result.speed() / 1e6).text());
    }
    options.write("long-day.md", table.toString());
  }

  @Override
  public List<Contestant> contestants(double share) {
    long requests = Math.round(share * SECONDS_A_DAY * RATE);
    Work work = new Work(500, 2, RATE, 0.08, requests, 42);
    return List.of(Entry.of("500 instances, 10,000 requests a second", WholeRun.STANDARD, work));
  }
}
