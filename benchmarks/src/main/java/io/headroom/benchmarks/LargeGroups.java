package io.headroom.benchmarks;

import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.benchmarks.LargeGroup.Step;
import io.headroom.benchmarks.race.Contestant;
import io.headroom.benchmarks.race.Field;
import io.headroom.benchmarks.race.Race;
import io.headroom.benchmarks.race.Result;
import io.headroom.benchmarks.race.Rounds;
import io.headroom.benchmarks.race.Standings;
import io.headroom.benchmarks.race.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the cost of one instance grows with its group: scale-out, scale-in, zone rebalance and
 * instance refresh of groups of 100, 1,000 and 10,000 instances without traffic.
 *
 * <pre>{@code java -cp benchmarks.jar io.headroom.benchmarks.LargeGroups [--quick] [--cpu]}</pre>
 */
public final class LargeGroups implements Field {
  private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);

  /** Prints the table. */
  public static void main(String[] args) {
    Options options = Options.ofCommand(args);
    List<LargeGroup> groups = options.chosen(groups(1), LargeGroups::name);
    List<Contestant> chosen = groups.stream().map(g -> contestant(name(g), g)).toList();
    Rounds rounds = options.rounds();
    Race race = new Race(LargeGroups.class, rounds, System.out, List.of("-XX:+UseSerialGC"));
    Standings standings = new Standings(race.run(chosen));
    Table table = new Table("step", "seconds", "µs a move", "µs an instance and minute");
    for (LargeGroup group : groups) {
      String name = name(group);
      table.add(
          name,
          standings.of(name, Result::seconds).text(),
          standings.of(name, result -> 1e6 / result.speed()).text(),
          standings.of(name, result -> 1e6 * result.seconds() / group.instanceMinutes()).text());
    }
    options.write("large-groups.md", table.toString());
  }

  @Override
  public List<Contestant> contestants(double share) {
    List<LargeGroup> smaller = groups(share);
    List<Contestant> all = new ArrayList<>();
    for (LargeGroup group : groups(1)) {
      all.add(contestant(name(group), smaller.get(all.size())));
    }
    return all;
  }

  private static List<LargeGroup> groups(double share) {
    List<LargeGroup> groups = new ArrayList<>();
    for (Step step : Step.values()) {
      for (int size : SIZES) {
        groups.add(new LargeGroup(step, (int) Math.max(SIZES.get(0), size * share)));
      }
    }
    return groups;
  }

  private static String name(LargeGroup group) {
    return String.format(Locale.ROOT, "%s of %,d", group.step().words(), group.instances());
  }

  /** An instance that comes, goes or is exchanged is the unit. */
  private static Contestant contestant(String name, LargeGroup group) {
    return new Contestant(
        name,
        () -> {
          SimulationResult result = Simulation.run(group.scenario());
          return new Result(
              group.moves(), result.wallSeconds(), Double.NaN, Double.NaN, Double.NaN);
        });
  }
}
