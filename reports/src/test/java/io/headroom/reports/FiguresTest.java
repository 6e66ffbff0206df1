package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 %",
    "1, 100.00 %",
    "0.5, 50.00 %",
    "0.00001, <0.01 %",
    "0.00005, 0.01 %",
    "0.99994, 99.99 %",
    "0.99999, >99.99 %",
    "NaN, –"
  })
  void percent_neverHidesTheLast(double share, String text) {
    assertThat(Figures.percent(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.001, 0.1 %", "0.0000012345, 0.000123 %", "0.07, 7 %", "NaN, – %"})
  void exactPercent_hasThreeDigits(double share, String text) {
    assertThat(Figures.exactPercent(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "0.0000005, 0.5 µs",
    "0.0004, 400 µs",
    "0.00453, 4.53 ms",
    "0.0482, 48.2 ms",
    "0.5, 500 ms",
    "1, 1 s",
    "4.531, 4.53 s",
    "NaN, –"
  })
  void seconds_haveAUnitThatFits(double seconds, String text) {
    assertThat(Figures.seconds(seconds)).isEqualTo(text);
  }

  @Test
  void longTimes_haveSeparators() {
    assertThat(Figures.seconds(12_345)).isEqualTo("12,345 s");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT0.25S, 0.25 s",
    "PT90S, 90 s",
    "PT2M, 2 min",
    "PT4M12S, 4 min 12 s",
    "PT1H, 1 h",
    "PT24H, 24 h",
    "PT25H30M10S, 25 h 30 min",
    "PT48H, 2 d",
    "P365DT6H, 365 d 6 h"
  })
  void duration_hasItsTwoLargestUnits(Duration length, String text) {
    assertThat(Figures.duration(length)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, $0.00",
    "0.01, $0.01",
    "0.0042, $0.0042",
    "0.000000001, $0.000000001",
    "61.239, $61.24"
  })
  void money_isInCentsUnlessItIsLess(String usd, String text) {
    assertThat(Figures.money(Money.usd(usd))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1500, 1.5 k",
    "22400000, 22.4 M",
    "7000000000, 7 G",
    "Infinity, –"
  })
  void largeNumbers_haveASuffix(double number, String text) {
    assertThat(Figures.large(number)).isEqualTo(text);
  }

  @Test
  void counts_agreeWithTheirThings() {
    assertThat(Figures.count(1, "minute")).isEqualTo("1 minute");
    assertThat(Figures.count(0, "minute")).isEqualTo("0 minutes");
    assertThat(Figures.count(12_345, "minute")).isEqualTo("12,345 minutes");
  }
}
