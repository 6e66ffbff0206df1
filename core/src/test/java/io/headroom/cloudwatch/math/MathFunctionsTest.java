package io.headroom.cloudwatch.math;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.cloudwatch.math.value.BothMissing;
import io.headroom.cloudwatch.math.value.MathException;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * "Using math expressions with CloudWatch metrics", Amazon CloudWatch User Guide, sections on
 * operators and functions.
 */
class MathFunctionsTest {
  private static MathTable table() {
    return new MathTable()
        .with("m1", "10 - 30 40")
        .with("m2", "2 5 - 0")
        .with("m3", "- - 6 -")
        .with("none", "- - - -");
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.2.1")
  @CsvSource({
    "m1 + m2, 12 5 30 40",
    "m1 - m2, 8 -5 30 40",
    "m1 * m2, 20 0 0 0",
    "m1 / m2, 5 0 - -",
    "m2 ^ m1, 1024 1 0 0",
    "m1 > m2, 1 0 1 1",
    "m1 + none, 10 - 30 40",
    "m3 + none, - - 6 -",
  })
  void betweenSeries_aOneSidedGapCountsAsZero(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.2.2")
  @CsvSource({
    "m1 * 2, 20 - 60 80",
    "100 - m1, 90 - 70 60",
    "m1 >= 30, 0 - 1 1",
    "-m1, -10 - -30 -40",
    "none + 1, - - - -",
  })
  void seriesAgainstNumber_hasPointsWhereTheSeriesHas(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.2.3")
  @CsvSource({
    "m1 == 10, 1 - 0 0",
    "m1 != 10, 0 - 1 1",
    "m1 <= 30, 1 - 1 0",
    "m1 < 30, 1 - 0 0",
    "m1 AND m2, 1 0 0 0",
    "m1 && m2, 1 0 0 0",
    "m1 OR m2, 1 1 1 1",
    "m1 || m2, 1 1 1 1",
    "m1 > 5 AND m1 < 35, 1 - 1 0",
  })
  void comparisonsAndLogic_giveOneOrZero(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.2.4")
  @CsvSource({
    "1 / m2, 0.5 0.2 - -",
    "LOG10(m2 - m2), - - - -",
    "m1 / 0, - - - -",
    "10 ^ (m1 * 20), 1.0E200 - - -",
    "m1 / AVG(none), - - - -",
    "m1 > AVG(none), - - - -",
  })
  void resultsThatAreNotFinite_areDropped(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.3")
  @CsvSource({
    "SUM(m1), 80",
    "MIN(m1), 10",
    "MAX(m1), 40",
    "AVG(m2 + 0), 2.3333333333333335",
    "STDDEV(m2), 2.0548046676563256",
    "DATAPOINT_COUNT(m1), 3",
    "DATAPOINT_COUNT(none), 0",
    "AVG(none), -",
    "SUM(none), -",
    "METRIC_COUNT(METRICS()), 4",
    "PERIOD(m1), 60",
  })
  void functionsOfASeries_giveANumberOverTheWholeRange(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.3")
  @CsvSource({
    "'SUM([m1, m2])', 12 5 30 40",
    "'SUM([m3, none])', - - 6 -",
    "'AVG([m1, m2])', 6 2.5 15 20",
    "'AVG([m3, none])', - - 3 -",
    "'MIN([m1, m2])', 2 5 30 0",
    "'MAX([m1, m2])', 10 5 30 40",
    "'STDDEV([m1, m2])', 4 0 0 20",
    "'DATAPOINT_COUNT([m1, m2])', 2 1 1 2",
    "'[m1, m2] * 2', 20 - 60 80 | 4 10 - 0",
    "'m2 - [m1, m2]', -8 5 -30 -40 | 0 0 - 0",
    "'-[m1, m2]', -10 - -30 -40 | -2 -5 - 0",
    "METRICS(\"m\") > 5, 1 - 1 1 | 0 0 - 0 | - - 1 -",
  })
  void functionsOfAnArray_goBucketByBucket(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.3")
  @CsvSource({
    "ABS(m2 - 4), 2 1 - 4",
    "CEIL(m1 / 20), 1 - 2 2",
    "FLOOR(m1 / 20), 0 - 1 2",
    "LOG10(m1 * 10), 2 - 2.4771212547196626 2.6020599913279625",
    "FLOOR(LOG(m1)), 2 - 3 3",
    "'CEIL([m1 / 20, m2])', 1 - 2 2 | 2 5 - 0",
  })
  void pointwiseFunctions_keepGaps(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.3")
  @CsvSource({
    "RATE(m1 * 6), - - 1 1",
    "DIFF(m1), - - 20 10",
    "DIFF_TIME(m1), - - 120 60",
    "RUNNING_SUM(m1), 10 - 40 80",
    "DIFF(none), - - - -",
    "'DIFF([m1, m2])', - - 20 10 | - 3 - -5",
  })
  void differences_areToTheNearestEarlierPoint(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.3")
  @Rule("cloudwatch 16.10")
  @CsvSource({
    "'FILL(m1, 7)', 10 7 30 40",
    "'FILL(none, 7)', 7 7 7 7",
    "'FILL(m1, m2)', 10 5 30 40",
    "'FILL(m3, m2)', 2 5 6 0",
    "'FILL(m1, REPEAT)', 10 10 30 40",
    "'FILL(m3, REPEAT)', - - 6 6",
    "'FILL(m1, LINEAR)', 10 20 30 40",
    "'FILL(m3, LINEAR)', - - 6 -",
    "'FILL(m1, MIN(m1))', 10 10 30 40",
    "'FILL([m1, m2], 0)', 10 0 30 40 | 2 5 0 0",
    "'FILL(m1, AVG(none))', 10 - 30 40",
  })
  void fill_putsValuesIntoGaps(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.3")
  @CsvSource({
    "'IF(m2, m1, m3)', 10 0 - -",
    "'IF(m2, m1)', 10 0 - -",
    "'IF(m1 > 20, 1, 0)', 0 - 1 1",
    "'IF(m1, m3, 5)', 0 - 6 0",
    "'IF(1, m1, m2)', 10 - 30 40",
    "'IF(0, m1, m2)', 2 5 - 0",
    "'IF(0, m1)', - - - -",
    "'IF(AVG(none), m1, m2)', - - - -",
    "'IF(1 > 2, 3, 4)', 4",
  })
  void if_choosesByBucket(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.3")
  @CsvSource({
    "FIRST(METRICS()), 10 - 30 40",
    "LAST(METRICS(\"m\")), - - 6 -",
    "'SLICE(METRICS(), 1, 3)', 2 5 - 0 | - - 6 -",
    "'SLICE(METRICS(), 3)', - - - -",
    "'SLICE(METRICS(), 9)', ''",
    "'SORT(METRICS(), MAX, DESC, 2)', 10 - 30 40 | - - 6 -",
    "'SORT(METRICS(\"m\"), MAX, ASC)', 2 5 - 0 | - - 6 - | 10 - 30 40",
    "'LAST(SORT(METRICS(), SUM, ASC))', - - - -",
    "'LAST(SORT(METRICS(), AVG, DESC))', - - - -",
    "'FIRST(SORT(METRICS(), MIN, ASC))', 2 5 - 0",
    "METRIC_COUNT(REMOVE_EMPTY(METRICS())), 3",
    "TIME_SERIES(MAX(m1)), 40 40 40 40",
    "MINUTE(none), 58 59 0 1",
    "HOUR(m1), 13 13 14 14",
    "DAY(m1), 5 5 5 5",
    "DATE(m1), 27 27 27 27",
    "MONTH(m1), 11 11 11 11",
    "YEAR(m1), 2026 2026 2026 2026",
    "EPOCH(m1) - 1795787880, 0 60 120 180",
    "LAST(ANOMALY_DETECTION_BAND(m1)), 8 - 28 38",
    "'FIRST(ANOMALY_DETECTION_BAND(m1, 3))', 13 - 33 43",
  })
  void otherFunctions_doAsNamed(String expression, String expected) {
    assertThat(table().text(expression)).isEqualTo(expected);
  }

  @Test
  @Rule("cloudwatch 9.3")
  void rateAndPeriod_knowTheLengthOfABucket() {
    MathTable table = new MathTable().with("m1", "0 600").every(Duration.ofMinutes(5));
    assertThat(table.text("RATE(m1)")).isEqualTo("- 2");
    assertThat(table.text("m1 / PERIOD(m1)")).isEqualTo("0 2");
    assertThat(table.text("MINUTE(m1)")).isEqualTo("58 3");
  }

  @Test
  @Rule("cloudwatch 16.9")
  void bothMissing_isNoPointOrZero() {
    assertThat(table().text("m1 + m3")).isEqualTo("10 - 36 40");
    assertThat(table().bothMissing(BothMissing.ZERO).text("m1 + m3")).isEqualTo("10 0 36 40");
    assertThat(table().bothMissing(BothMissing.ZERO).text("m1 + 1")).isEqualTo("11 - 31 41");
  }

  /** Queue depth missing and group present is zero; the other way round there is no point. */
  @Test
  @Rule("cloudwatch 9.2.1")
  void backlogPerInstance_isZeroWhereTheQueueIsMissing() {
    MathTable table = new MathTable().with("m1", "1500 - 1500 1500").with("m2", "10 10 - 0");
    assertThat(table.text("m1/m2")).isEqualTo("150 0 - -");
  }

  @ParameterizedTest
  @CsvSource({
    "m1 +, 'Unexpected the end', 5",
    "m1 + * m2, 'Unexpected ''*''', 6",
    "(m1, 'Expected '')'', found the end', 4",
    "'SUM(m1 m2)', 'Expected '')'', found ''m2''', 8",
    "m1 $ 2, 'Unexpected ''$''', 4",
    "AVERAGE(m1), 'Function ''AVERAGE'' not found', 1",
    "1 + sum(m1), 'Function ''sum'' not found: functions are in capital letters', 5",
    "METRICS(\"m), 'A text has no closing quote', 9",
    "m1 + m9, 'Unknown id ''m9''', 6",
    "'AVG(m1, m2)', 'Function ''AVG'' takes 1 arguments, found 2', 1",
    "1 + RATE(5), 'Function ''RATE'' takes TS or TS[] as argument 1, found S', 10",
    "'FILL(m1, NEAREST)',"
        + " 'Function ''FILL'' takes REPEAT, LINEAR as argument 2, found the word NEAREST', 10",
    "PERIOD(m1 + m2),"
        + " 'Function ''PERIOD'' takes the id of a metric as argument 1, found TS', 11",
    "METRICS() / METRICS()," + " 'Unsupported operand type(s) for /: ''TS[]'' and ''TS[]''', 11",
    "'[m1, 5]', 'An array holds time series, found S', 6",
    "m1 + REPEAT, 'Unexpected REPEAT', 6",
    "'IF(METRICS(), 1)', 'Function ''IF'' takes S or TS as argument 1, found TS[]', 4",
    "FIRST(METRICS(\"zzz\")), 'Function ''FIRST'' got an empty array', 1",
    "m1 AND, 'Unexpected the end', 7",
  })
  void mistake_isNamedWithItsPlace(String expression, String problem, int position) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> table().value(expression));
    Throwable cause = refusal instanceof MathException ? refusal : refusal.getCause();
    assertThat(cause).isInstanceOf(MathException.class);
    MathException mistake = (MathException) Objects.requireNonNull(cause);
    assertThat(mistake.problem()).isEqualTo(problem);
    assertThat(mistake.position()).isEqualTo(position);
    assertThat(mistake).hasMessageThat().endsWith(", at character " + position);
  }
}
