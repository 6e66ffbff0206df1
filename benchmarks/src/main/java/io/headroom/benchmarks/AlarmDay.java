package io.headroom.benchmarks;

import io.headroom.benchmarks.ManyAlarms.Outcome;
import io.headroom.benchmarks.race.Contestant;
import io.headroom.benchmarks.race.Field;
import io.headroom.benchmarks.race.Race;
import io.headroom.benchmarks.race.Result;
import io.headroom.benchmarks.race.Rounds;
import io.headroom.benchmarks.race.Spread;
import io.headroom.benchmarks.race.Standings;
import io.headroom.benchmarks.race.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a simulated day of alarms costs: by default 10,000 of them over few metrics and over one
 * metric each. The properties {@code alarms} and {@code metrics} name other numbers, separated by
 * commas.
 *
 * <pre>{@code
 * java -Dalarms=1000,10000 -Dmetrics=10 -cp benchmarks.jar io.headroom.benchmarks.AlarmDay
 *     [--quick] [--cpu] [--only REGEX]
 * }</pre>
 */
public final class AlarmDay implements Field {
  private static final String ALARMS = System.getProperty("alarms", "10000");
  private static final String METRICS = System.getProperty("metrics", "10,100,1000,10000");

  /** Prints the table. */
  public static void main(String[] args) {
    Options options = Options.ofCommand(args);
    Rounds rounds = options.isQuick() ? options.rounds() : options.rounds().once();
    List<Contestant> chosen = options.chosen(new AlarmDay().contestants(1), Contestant::name);
    Race race = new Race(AlarmDay.class, rounds, System.out, jvmOptions());
    Standings standings = new Standings(race.run(chosen));
    Table table =
        new Table("a day of alarms", "seconds", "ns an evaluation", "bytes an evaluation");
    for (String name : standings.names()) {
      table.add(
          name,
          standings.of(name, Result::seconds).text(),
          standings.of(name, result -> 1e9 / result.speed()).text(),
          Spread.digits(standings.of(name, Result::bytes).median()));
    }
    options.write("alarm-day.md", table.toString());
  }

  /** The collector must not take a second core; the other JVMs have to know the numbers. */
  private static List<String> jvmOptions() {
    return List.of("-Xmx4g", "-XX:+UseSerialGC", "-Dalarms=" + ALARMS, "-Dmetrics=" + METRICS);
  }

  @Override
  public List<Contestant> contestants(double share) {
    Duration duration = Duration.ofMinutes(Math.round(1_440 * share));
    List<Contestant> all = new ArrayList<>();
    for (int alarms : numbers(ALARMS)) {
      for (int metrics : numbers(METRICS)) {
        all.add(contestant(new ManyAlarms(alarms, metrics, duration)));
      }
    }
    return all;
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
  }

  /** An evaluation is the unit. */
  private static Contestant contestant(ManyAlarms work) {
    return new Contestant(
        "%,d alarms, %,d metrics".formatted(work.alarms(), work.metrics()),
        () -> {
          long before = System.nanoTime();
          Outcome outcome = work.run();
          double seconds = (System.nanoTime() - before) / 1e9;
          return new Result(outcome.evaluations(), seconds, Double.NaN, Double.NaN, Double.NaN);
        });
  }
}
