package io.headroom.benchmarks.builds;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static Sample sample(double seconds, double mean) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("requests", 1e6);
    figures.put("mean [s]", mean);
    return new Sample(seconds, 2 * seconds, 3e6, figures);
  }

  private static Pair pair(double before, double after) {
    return new Pair(sample(before, 0.25), sample(after, 0.25));
  }

  private static Case rounds(String name, boolean isControl, double ratio, int rounds) {
    Case each = new Case(name, isControl);
    for (int i = 0; i < rounds; i++) {
      each.add(new Round(List.of(pair(0.1 + i, (0.1 + i) * ratio))));
    }
    return each;
  }

  private static Comparison of(Case... cases) {
    return new Comparison(
        Path.of("before.jar"), Path.of("after.jar"), new SignTest(6, 1), List.of(cases), List.of());
  }

  /** The pairs say 1.5, 1.1 and 1.2, the times of the builds alone 6/3. */
  @Test
  void ratioOfARound_isTheMedianOfItsPairs() {
    Case each = new Case("one", false);
    each.add(new Round(List.of(pair(2, 3), pair(10, 11), pair(5, 6))));

    assertThat(each.ratios(Sample::cpuSeconds)).containsExactly(1.2);
  }

  @Test
  void slowerInEveryRound_failsBeyondTheAllowance() {
    Comparison comparison = of(rounds("one", false, 1.25, 6));

    assertThat(comparison.isSlowerBy(24)).isTrue();
    assertThat(comparison.isSlowerBy(26)).isFalse();
    assertThat(comparison.page()).startsWith("### Of 1 case, 1 slower and 0 faster");
    assertThat(comparison.page()).contains("| **slower** by 25.0 % |");
    assertThat(comparison.page()).contains("6 of 6 rounds");
  }

  @Test
  void faster_neverFails() {
    Comparison comparison = of(rounds("one", false, 0.5, 6));

    assertThat(comparison.isSlowerBy(0)).isFalse();
    assertThat(comparison.page()).contains("| faster by 50.0 % |");
  }

  @Test
  void control_doesNotFail() {
    Comparison comparison = of(rounds("one", false, 1, 6), rounds("one", true, 1.25, 6));

    assertThat(comparison.isSlowerBy(0)).isFalse();
    assertThat(comparison.page()).startsWith("### Of 1 case, 0 slower and 0 faster");
    assertThat(comparison.page()).contains("| control: one ");
  }

  @Test
  void tooFewRounds_areSaidFirst() {
    Case each = rounds("one", false, 1.25, 2);
    Comparison comparison =
        new Comparison(
            Path.of("a.jar"), Path.of("b.jar"), new SignTest(2, 1), List.of(each), List.of("two"));

    assertThat(comparison.page())
        .startsWith("### Too few rounds to tell: 2, and 1 case needs at least 6");
    assertThat(comparison.page()).contains("- only one of the builds has it, not measured: two");
  }

  @Test
  void otherResults_areNamed() {
    Case each = new Case("one", false);
    each.add(new Round(List.of(new Pair(sample(1, 0.25), sample(1, 0.5)))));

    assertThat(each.differences()).containsExactly("mean [s]: 0.25 → 0.5");
    assertThat(of(each).page()).contains("- other results, one: mean [s]: 0.25 → 0.5");
  }

  @Test
  void figureThatOneBuildDoesNotTell_isNoDifference() {
    Sample old = new Sample(1, 1, 1, Map.of("requests", 1e6));
    Case each = new Case("one", false);
    each.add(new Round(List.of(new Pair(old, sample(1, 0.5)))));

    assertThat(each.differences()).isEmpty();
    assertThat(of(each).page()).contains("Both builds simulated the same");
  }

  @Test
  void runsOfOneBuildThatDiffer_areNamed() {
    Case each = new Case("one", false);
    each.add(new Round(List.of(pair(1, 1), new Pair(sample(1, 0.5), sample(1, 0.25)))));

    assertThat(each.unsteady()).containsExactly("before, mean [s]: 0.25 or 0.5");
  }

  @Test
  void json_hasTheFigures() throws IOException {
    JsonNode node = new ObjectMapper().readTree(of(rounds("one", false, 1.25, 6)).json());

    JsonNode one = node.path("cases").path(0);
    assertThat(node.path("roundsNeeded").asInt()).isEqualTo(6);
    assertThat(one.path("unit").asText()).isEqualTo("requests");
    assertThat(one.path("verdict").asText()).isEqualTo("slower");
    assertThat(one.path("time").path("median").asDouble()).isWithin(1e-9).of(1.25);
    assertThat(one.path("time").path("rounds")).hasSize(6);
    assertThat(one.path("before").path("bytes").path("median").asDouble()).isEqualTo(3.0);
  }

  @Test
  void round_survivesTheWayFromAnotherJvm() throws IOException, BadInputException {
    Round round = new Round(List.of(pair(0.1, 1 / 3.0)));
    String line = Twins.MARK + new ObjectMapper().writeValueAsString(round);

    assertThat(Match.parse(new Case("one", false), List.of("noise", line), 0)).isEqualTo(round);
  }

  @Test
  void troubleInAnotherJvm_isOneLine() {
    Case each = new Case("one", false);
    List<String> lines = new ArrayList<>(List.of(Twins.TROUBLE + "a.jar: no luck"));

    var trouble = assertThrows(BadInputException.class, () -> Match.parse(each, lines, 0));
    var silence = assertThrows(BadInputException.class, () -> Match.parse(each, List.of(), 137));

    assertThat(trouble).hasMessageThat().isEqualTo("one: a.jar: no luck");
    assertThat(silence)
        .hasMessageThat()
        .isEqualTo("one: its JVM ended with exit code 137 and no result");
  }
}
