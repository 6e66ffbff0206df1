package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ApportionmentTest {

  @Test
  void largestRemainders_getTheRest() {
    assertThat(Apportionment.of(List.of(1.0, 1.0, 1.0), 100)).containsExactly(34, 33, 33).inOrder();
    assertThat(Apportionment.of(List.of(14.0, 47.0, 39.0), 10)).containsExactly(1, 5, 4).inOrder();
  }

  @Test
  void nothing_getsNothing() {
    assertThat(Apportionment.of(List.of(0.0, 0.0), 100)).containsExactly(0, 0);
    assertThat(Apportionment.of(List.of(), 100)).isEmpty();
  }

  @Provide
  Arbitrary<List<Double>> parts() {
    return Arbitraries.doubles().between(0.01, 1e12).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 500, seed = "3")
  void parts_addUpAndAreLessThanAUnitOff(
      @ForAll("parts") List<Double> parts, @ForAll @IntRange(max = 100_000) int units) {
    double whole = parts.stream().mapToDouble(Double::doubleValue).sum();

    List<Integer> given = Apportionment.of(parts, units);

    assertThat(given.stream().mapToInt(Integer::intValue).sum()).isEqualTo(units);
    for (int i = 0; i < given.size(); i++) {
      assertThat((double) given.get(i)).isWithin(1.000001).of(parts.get(i) / whole * units);
    }
  }
}
