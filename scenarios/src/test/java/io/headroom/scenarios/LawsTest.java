package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LawsTest {
  private static Optional<Distribution> law(String yaml) {
    return Laws.read(new YamlText("law: " + yaml).section(), "law");
  }

  private static String problem(String yaml) {
    YamlText text = new YamlText("law: " + yaml);
    assertThat(Laws.read(text.section(), "law")).isEmpty();
    assertThat(text.problems()).hasSize(1);
    return text.problems().get(0);
  }

  @Test
  void plainDuration_isConstant() {
    assertThat(law("80ms")).hasValue(Distribution.constant(Duration.ofMillis(80)));
    assertThat(law("{constant: 80ms}")).hasValue(Distribution.constant(Duration.ofMillis(80)));
  }

  @Test
  void exponential_hasMean() {
    Distribution expected = Distribution.exponential(Duration.ofMillis(80));
    assertThat(law("{exponential: {mean: 80ms}}")).hasValue(expected);
    assertThat(law("{exponential: 80ms}")).hasValue(expected);
  }

  @Test
  void lognormal_takesVariationOrDeviationOrMedian() {
    Distribution expected = Distribution.logNormal(Duration.ofMillis(80), Duration.ofMillis(96));
    assertThat(law("{lognormal: {mean: 80ms, cv: 1.2}}")).hasValue(expected);
    assertThat(law("{lognormal: {mean: 80ms, sd: 96ms}}")).hasValue(expected);
    assertThat(law("{lognormal: {median: 90s, sigma: 0.4}}"))
        .hasValue(Distribution.logNormalByMedian(Duration.ofSeconds(90), 0.4));
  }

  @Test
  void otherLaws_areKnown() {
    assertThat(law("{hyperexponential: {mean: 80ms, cv: 2}}"))
        .hasValue(Distribution.hyperExponential(Duration.ofMillis(80), 2));
    assertThat(law("{pareto: {alpha: 1.5, low: 10ms, high: 10s}}"))
        .hasValue(Distribution.boundedPareto(1.5, Duration.ofMillis(10), Duration.ofSeconds(10)));
    assertThat(law("{uniform: {from: 1s, to: 3s}}"))
        .hasValue(Distribution.uniform(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    assertThat(law("{empirical: [10ms, 30ms]}").orElseThrow().mean()).isWithin(1e-12).of(0.02);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80 | line 1: law: found '80'; allowed: a duration such as 80ms, or a law: constant,",
        "{lognorml: {mean: 80ms}} | law.lognorml: is not a law, did you mean lognormal?",
        "{exponential: {mean: 0ms}} | law.exponential.mean: found '0ms'; allowed: a duration above",
        "{exponential: {}} | law.exponential.mean: is missing; allowed: a duration above zero",
        "{lognormal: {mean: 80ms}} | law.lognormal.cv: is missing; allowed: a number of at least 0",
        "{hyperexponential: {mean: 1s, cv: 0.5}} | law.hyperexponential.cv: found '0.5'; allowed",
        "{pareto: {alpha: 1, low: 2s, high: 1s}} | law.pareto.high: found 1s; allowed: a duration",
        "{uniform: {from: 2s, to: 2s}} | law.uniform.to: found 2s; allowed: a duration above",
        "{empirical: []} | law.empirical.values: has no durations",
        "{empirical: none.csv} | law.empirical.values: found no such file",
        "{exponential: 1s, uniform: 2s} | law: found exponential and uniform; allowed: one of",
      })
  void wrongLaw_isOneProblem(String yaml, String expected) {
    assertThat(problem(yaml)).contains(expected);
  }
}
