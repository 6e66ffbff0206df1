package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NotationsTest {
  @ParameterizedTest
  @CsvSource({
    "80ms, 80000000",
    "1.5s, 1500000000",
    "90 s, 90000000000",
    "5m, 300000000000",
    "5min, 300000000000",
    "1h30m, 5400000000000",
    "1h 30m, 5400000000000",
    "7d, 604800000000000",
    "250us, 250000",
    "0s, 0",
    "0, 0",
    "PT1H30M, 5400000000000",
    "P1D, 86400000000000",
    "365d, 31536000000000000",
  })
  void duration_hasUnit(String text, long nanos) {
    assertThat(Notations.DURATION.parse(text)).hasValue(Duration.ofNanos(nanos));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "90",
        "-5m",
        "5 parsecs",
        "m",
        "5m3",
        "1..5s",
        "PT-5M",
        "5 m s",
        "NaN",
        "200000d"
      })
  void duration_withoutUnitOrNegative_isRefused(String text) {
    assertThat(Notations.DURATION.parse(text)).isEmpty();
  }

  @Test
  void positiveDuration_refusesZero() {
    assertThat(Notations.POSITIVE_DURATION.parse("0s")).isEmpty();
    assertThat(Notations.POSITIVE_DURATION.parse("1ns")).hasValue(Duration.ofNanos(1));
  }

  @Property
  void duration_writtenAndReadAgain_isTheSame(
      @ForAll @LongRange(min = 0, max = 3_000_000_000_000_000_000L) long nanos) {
    Duration length = Duration.ofNanos(nanos);
    assertThat(Notations.DURATION.parse(Notations.written(length))).hasValue(length);
  }

  @Test
  void duration_isWrittenInTheLargestUnits() {
    assertThat(Notations.written(Duration.ofMinutes(90))).isEqualTo("1h30m");
    assertThat(Notations.written(Duration.ofMillis(1_080))).isEqualTo("1s80ms");
    assertThat(Notations.written(Duration.ZERO)).isEqualTo("0s");
  }

  @ParameterizedTest
  @CsvSource({"120/s, 120", "7200/min, 120", "7200 / m, 120", "432000/h, 120", "120, 120", "0, 0"})
  void rate_isPerSecond(String text, double requestsPerSecond) {
    assertThat(Notations.RATE.parse(text)).hasValue(requestsPerSecond);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1/s", "-1", "1/week", "/s", "NaN", "Infinity", "1e400"})
  void rate_negativeOrNotFinite_isRefused(String text) {
    assertThat(Notations.RATE.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.1%, 0.001", "100%, 1", "0.25, 0.25", "0, 0"})
  void share_isPercentOrFraction(String text, double share) {
    assertThat(Notations.SHARE.parse(text)).hasValue(share);
  }

  @ParameterizedTest
  @ValueSource(strings = {"101%", "-1%", "1.5", "%", "NaN%"})
  void share_outsideRange_isRefused(String text) {
    assertThat(Notations.SHARE.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "0x10", "1f", "", "-", ".", "1e999", "12 apples"})
  void number_notDecimalOrNotFinite_isRefused(String text) {
    assertThat(Notations.NUMBER.parse(text)).isEmpty();
  }

  @Test
  void number_mayHaveUnderscoresAndExponent() {
    assertThat(Notations.NUMBER.parse("1_000")).hasValue(1000.0);
    assertThat(Notations.NUMBER.parse("-2.5e3")).hasValue(-2500.0);
    assertThat(Notations.NUMBER.parse(".5")).hasValue(0.5);
  }

  @Test
  void whole_refusesFractionsAndOverflow() {
    assertThat(Notations.WHOLE.parse("9223372036854775807")).hasValue(Long.MAX_VALUE);
    assertThat(Notations.WHOLE.parse("9223372036854775808")).isEmpty();
    assertThat(Notations.WHOLE.parse("1.5")).isEmpty();
    assertThat(Notations.WHOLE.parse("2.0")).hasValue(2L);
  }

  @Test
  void instant_mayHaveOffsetOrBeADay() {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    assertThat(Notations.INSTANT.parse("2026-03-01T13:00:00+01:00")).hasValue(noon);
    assertThat(Notations.INSTANT.parse("2026-03-01")).hasValue(noon.minusSeconds(43_200));
    assertThat(Notations.INSTANT.parse("1 March")).isEmpty();
  }

  @Test
  void price_isInDollars() {
    assertThat(Notations.PRICE.parse("$0.096")).isEqualTo(Optional.of(Money.usd("0.096")));
    assertThat(Notations.PRICE.parse("-1")).isEmpty();
    assertThat(Notations.PRICE.parse("1e300")).isEmpty();
  }

  @Test
  void word_saysWhatIsAllowed() {
    Notation<String> word = Notations.word(java.util.List.of("fast", "slow"));
    assertThat(word.parse(" fast ")).hasValue("fast");
    assertThat(word.parse("Fast")).isEmpty();
    assertThat(word.allowed()).isEqualTo("fast | slow");
  }
}
