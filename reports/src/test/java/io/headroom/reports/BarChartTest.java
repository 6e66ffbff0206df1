package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BarChartTest {

  private static String draw(BarChart chart) {
    StringBuilder text = new StringBuilder();
    chart.lines(List.of()).forEach(l -> text.append(l.render(TextStyle.PLAIN)).append('\n'));
    return text.toString();
  }

  @Test
  void bars_areFilledByEighths() {
    double[] values = {0, 0.001, 1, 7, 8, 9, 24, 47, 48};

    assertThat(draw(new BarChart(values, 48, Ink.LOAD)))
        .isEqualTo(
            """
                   48 ┤       ▇█
                      │       ██
                      │       ██
                   24 ┤      ███
                      │     ▁███
                      │ ▁▁▇█████
                    0 └─────────
            """);
  }

  @Test
  void bars_withoutValueAreBlank() {
    double[] values = {Double.NaN, -1, Double.POSITIVE_INFINITY};

    assertThat(draw(BarChart.ofRates(values, Ink.LOAD)))
        .isEqualTo(
            """
                    1 ┤  █
                      │  █
                      │  █
                  0.5 ┤  █
                      │  █
                      │  █
                    0 └───
            """);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1.01, 1.2", "999, 1000", "1450, 1600", "0.07, 0.08", "1e9, 1e9"})
  void topOfRates_isTheNextRoundNumber(double largest, double top) {
    assertThat(BarChart.ofRates(new double[] {0, largest}, Ink.LOAD).top()).isWithin(1e-9).of(top);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 2", "2, 2", "3, 4", "17, 18"})
  void topOfCounts_isTheNextEvenNumber(double largest, double top) {
    assertThat(BarChart.ofCounts(new double[] {largest}, Ink.CAPACITY).top()).isEqualTo(top);
  }

  @Test
  void labels_thatDoNotFitAreLeftOut() {
    List<Tick> ticks = List.of(new Tick(0, "10:00"), new Tick(10, "11:00"));

    assertThat(BarChart.labels(ticks, 14).render(TextStyle.PLAIN)).isEqualTo("           10:00");
    assertThat(BarChart.labels(ticks, 15).render(TextStyle.PLAIN))
        .isEqualTo("           10:00     11:00");
  }
}
