package io.headroom.benchmarks.race;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RaceTest {

  /** Two contestants of known speed; found by its name in other JVMs. */
  public static final class Known implements Field {
    @Override
    public List<Contestant> contestants(double share) {
      return List.of(
          new Contestant("slow", () -> new Result(100 * share, 2, 0.5, 1, 8)),
          new Contestant("fast", () -> new Result(100 * share, 0.5, 0.5, 1, 0)).beside("slow"));
    }
  }

  @Test
  void race_runsEachContestantInAnotherJvm() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Rounds rounds = new Rounds(1, 0, 1, 0.5, Rounds.Clock.WALL);
    List<String> options = List.of("-Xmx64m", "-XX:TieredStopAtLevel=1");

    Race race = new Race(Known.class, rounds, nowhere, options);
    Standings standings = new Standings(race.run(new Known().contestants(1)));

    assertThat(standings.names()).containsExactly("slow", "fast").inOrder();
    assertThat(standings.of("slow", Result::speed).median()).isEqualTo(25.0);
    assertThat(standings.of("slow", Result::ratio).text()).isEqualTo("–");
    assertThat(standings.of("fast", Result::ratio).median()).isEqualTo(4.0);
  }

  @Test
  void round_takesTheRunWithTheMiddleTime() {
    List<Double> seconds = List.of(9.0, 9.0, 3.0, 1.0, 2.0);
    int[] run = {0};
    Turns turns = new Turns(() -> new Result(1, seconds.get(run[0]++), 0, 0, 0), Optional.empty());

    Result result = turns.run(new Rounds(1, 2, 3, 1, Rounds.Clock.WALL));

    assertThat(result.seconds()).isEqualTo(2.0);
  }

  /** The machine gets twice as slow from run to run; only neighbours can be compared. */
  @Test
  void reference_takesTurnsWithTheContestant() {
    StringBuilder order = new StringBuilder();
    Turns turns = new Turns(slowing("A", order, 1), Optional.of(slowing("b", order, 3)));

    Result result = turns.run(new Rounds(1, 1, 4, 1, Rounds.Clock.WALL));

    assertThat(order.toString()).isEqualTo("AbbAAbbAAb");
    assertThat(result.ratio()).isWithin(1e-9).of((6 + 1.5) / 2);
  }

  private static Supplier<Result> slowing(String mark, StringBuilder order, double seconds) {
    return () -> {
      order.append(mark);
      return new Result(1, seconds * Math.pow(2, order.length()), 0, 0, 0);
    };
  }

  @Test
  void spread_ofAnEvenNumber_takesTheMeanOfTheMiddle() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1, 4));
  }

  @Test
  void spread_ofNothing_isAnError() {
    assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
  }

  @Test
  void digits_keepsThree() {
    assertThat(Spread.digits(12_345.6)).isEqualTo("12,346");
    assertThat(Spread.digits(12.345)).isEqualTo("12.3");
    assertThat(Spread.digits(0.012345)).isEqualTo("0.0123");
    assertThat(Spread.digits(0)).isEqualTo("0");
    assertThat(Spread.digits(Double.NaN)).isEqualTo("–");
  }

  @Test
  void table_alignsColumns() {
    Table table = new Table("name", "n");
    table.add("a", "10");

    assertThat(table.toString()).isEqualTo("| name |  n |\n|------|----|\n| a    | 10 |\n");
  }

  @Test
  void rounds_surviveTheWayToAnotherJvm() {
    assertThat(Rounds.parse(Rounds.FULL.line())).isEqualTo(Rounds.FULL);
  }
}
