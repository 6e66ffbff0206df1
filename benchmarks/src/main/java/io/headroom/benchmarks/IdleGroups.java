package io.headroom.benchmarks;

import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.benchmarks.race.Contestant;
import io.headroom.benchmarks.race.Field;
import io.headroom.benchmarks.race.Race;
import io.headroom.benchmarks.race.Result;
import io.headroom.benchmarks.race.Rounds;
import io.headroom.benchmarks.race.Standings;
import io.headroom.benchmarks.race.Table;
import java.time.Duration;
import java.util.List;

/**
 * What idle groups cost: 1,000 groups of ten instances for 30 days, and the same with policies and
 * with health checks every ten seconds for shorter times.
 *
 * <pre>{@code java -cp benchmarks.jar io.headroom.benchmarks.IdleGroups [--quick] [--cpu]}</pre>
 */
public final class IdleGroups implements Field {

  /** Prints the table. */
  public static void main(String[] args) {
    Options options = Options.ofCommand(args);
    Rounds rounds = options.isQuick() ? options.rounds() : options.rounds().once();
    List<Contestant> chosen = options.chosen(new IdleGroups().contestants(1), Contestant::name);
    Race race = new Race(IdleGroups.class, rounds, System.out, List.of("-Xmx4g"));
    Standings standings = new Standings(race.run(chosen));
    Table table = new Table("1,000 groups of 10 idle instances", "seconds", "µs a minute");
    for (String name : standings.names()) {
      table.add(
          name,
          standings.of(name, Result::seconds).text(),
          standings.of(name, result -> 1e6 / result.speed()).text());
    }
    options.write("idle-groups.md", table.toString());
  }

  @Override
  public List<Contestant> contestants(double share) {
    return List.of(
        contestant("30 days", 30 * share, List.of()),
        contestant("3 days with target tracking", 3 * share, List.of(Idle.Extra.POLICY)),
        contestant("1 day with health checks", share, List.of(Idle.Extra.HEALTH_CHECKS)));
  }

  /** A simulated minute is the unit. */
  private static Contestant contestant(String name, double days, List<Idle.Extra> extras) {
    Duration duration = Duration.ofMinutes(Math.round(days * 1_440));
    return new Contestant(
        name,
        () -> {
          SimulationResult result =
              Simulation.run(new Idle(1_000, 10, duration, extras).scenario());
          return new Result(
              duration.toMinutes(), result.wallSeconds(), Double.NaN, Double.NaN, Double.NaN);
        });
  }
}
