package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.headroom.cloudwatch.AlarmState.ALARM;
import static io.headroom.cloudwatch.AlarmState.INSUFFICIENT_DATA;
import static io.headroom.cloudwatch.AlarmState.OK;

import io.headroom.testing.Rule;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of "Configuring how CloudWatch alarms treat missing data", Amazon CloudWatch User
 * Guide: oldest left, 0 fine, X breaching, - missing.
 */
class DatapointRuleTest {
  @ParameterizedTest
  @Rule("cloudwatch 7.4")
  @Rule("cloudwatch 7.4.1")
  @Rule("cloudwatch 7.4.3")
  @CsvSource({
    "3, 0 - X - X, OK, OK, OK, OK",
    "3, 0 - - - -, OK, OK, OK, OK",
    "3, - - - - -, INSUFFICIENT_DATA, KEEP, ALARM, OK",
    "3, 0 X X - X, ALARM, ALARM, ALARM, ALARM",
    "3, - - X - -, ALARM, KEEP, ALARM, OK",
    "2, 0 - X - X, ALARM, ALARM, ALARM, ALARM",
    "2, 0 0 X 0 X, ALARM, ALARM, ALARM, ALARM",
    "2, 0 - X - -, OK, OK, ALARM, OK",
    "2, - - - - 0, OK, OK, ALARM, OK",
    "2, - - - X -, ALARM, KEEP, ALARM, OK",
  })
  void documentedTable_holdsForEveryPriorState(
      int needed,
      String data,
      String missing,
      String ignore,
      String breaching,
      String notBreaching) {
    for (AlarmState prior : AlarmState.values()) {
      check(rule(needed, MissingData.MISSING), data, prior, missing);
      check(rule(needed, MissingData.IGNORE), data, prior, ignore);
      check(rule(needed, MissingData.BREACHING), data, prior, breaching);
      check(rule(needed, MissingData.NOT_BREACHING), data, prior, notBreaching);
    }
  }

  @Test
  @Rule("cloudwatch 7.4.2")
  void newestRealPoints_decideHoweverFarBackTheyLie() {
    DatapointRule rule = rule(3, MissingData.NOT_BREACHING);
    assertThat(rule.evaluate(values("X X X - - - - -"), OK)).isEqualTo(ALARM);
    assertThat(rule.evaluate(values("0 X X X - - - -"), OK)).isEqualTo(ALARM);
    assertThat(rule.evaluate(values("X X X 0 - - - -"), ALARM)).isEqualTo(OK);
  }

  @Test
  @Rule("cloudwatch 7.4.4")
  void breaching_countsMissingOnes() {
    DatapointRule rule = rule(2, MissingData.BREACHING);
    assertThat(rule.evaluate(values("- - - 0 0"), OK)).isEqualTo(OK);
    assertThat(rule.evaluate(values("- - - 0 X"), OK)).isEqualTo(ALARM);
  }

  @Test
  @Rule("cloudwatch 7.4.4")
  void metricThatStops_withBreaching_alarmsOnlyWhenTheWholeRangeIsEmpty() {
    DatapointRule rule = rule(3, MissingData.BREACHING);
    assertThat(rule.evaluate(values("0 - - - - - - -"), OK)).isEqualTo(OK);
    assertThat(rule.evaluate(values("- - - - - - - -"), OK)).isEqualTo(ALARM);
  }

  @Test
  @Rule("cloudwatch 7.4.5")
  void sparseMetric_withNotBreaching_staysInAlarmUntilItsPointLeavesTheRange() {
    DatapointRule rule =
        new DatapointRule(
            new AlarmCondition(Comparison.GREATER_THAN, 10, 1, 1),
            MissingData.NOT_BREACHING,
            YoungBreach.OK);
    assertThat(rule.evaluate(values("X - - - - -"), ALARM)).isEqualTo(ALARM);
    assertThat(rule.evaluate(values("- - - - - -"), ALARM)).isEqualTo(OK);
  }

  @Test
  @Rule("cloudwatch 7.4.6")
  @Rule("cloudwatch 16.3")
  void prematureRule_needsEveryRealPointToBreach() {
    DatapointRule rule = rule(3, MissingData.MISSING);
    assertThat(rule.evaluate(values("- - X X -"), OK)).isEqualTo(ALARM);
    assertThat(rule.evaluate(values("- - X 0 -"), OK)).isEqualTo(OK);
    assertThat(rule.evaluate(values("0 - X - -"), OK)).isEqualTo(OK);
  }

  @Test
  @Rule("cloudwatch 7.4.7")
  void ignore_keepsTheStateWhereMissingWouldAlarmEarly() {
    DatapointRule rule = rule(3, MissingData.IGNORE);
    assertThat(rule.evaluate(values("- - X X -"), OK)).isEqualTo(OK);
    assertThat(rule.evaluate(values("- - X X -"), ALARM)).isEqualTo(ALARM);
    assertThat(rule.evaluate(values("- - - - -"), INSUFFICIENT_DATA)).isEqualTo(INSUFFICIENT_DATA);
  }

  @Test
  @Rule("cloudwatch 16.2")
  void youngBreach_isOkOrKeepsTheState() {
    AlarmCondition condition = new AlarmCondition(Comparison.GREATER_THAN, 10, 3, 3);
    var ok = new DatapointRule(condition, MissingData.MISSING, YoungBreach.OK);
    var retain = new DatapointRule(condition, MissingData.MISSING, YoungBreach.RETAIN);
    assertThat(ok.evaluate(values("- - - - X"), INSUFFICIENT_DATA)).isEqualTo(OK);
    assertThat(retain.evaluate(values("- - - - X"), INSUFFICIENT_DATA))
        .isEqualTo(INSUFFICIENT_DATA);
    assertThat(retain.evaluate(values("- - - X 0"), ALARM)).isEqualTo(OK);
  }

  @Test
  @Rule("cloudwatch 7.3.5")
  void wallClockWindow_neverAlarmsEarly() {
    DatapointRule rule = rule(2, MissingData.MISSING).neverEarly();
    assertThat(rule.evaluate(values("- X -"), OK)).isEqualTo(OK);
    assertThat(rule.evaluate(values("X X -"), OK)).isEqualTo(ALARM);
  }

  @Test
  @Rule("cloudwatch 7.2")
  void zero_isAValueAndNotMissing() {
    double[] zeros = new double[5];
    assertThat(rule(3, MissingData.MISSING).evaluate(zeros, ALARM)).isEqualTo(OK);
    assertThat(rule(3, MissingData.BREACHING).evaluate(zeros, ALARM)).isEqualTo(OK);
  }

  @Property
  void enoughRealPoints_makeTreatmentAndPriorStateIrrelevant(@ForAll("ranges") double[] values) {
    double[] full = values.clone();
    Arrays.fill(full, 0, 3, 15);
    AlarmState expected = rule(2, MissingData.MISSING).evaluate(full, OK);
    for (MissingData treatment : MissingData.values()) {
      for (AlarmState prior : AlarmState.values()) {
        assertThat(rule(2, treatment).evaluate(full, prior)).isEqualTo(expected);
      }
    }
  }

  @Property
  void breaching_neverCalmerThanNotBreaching(@ForAll("ranges") double[] values) {
    AlarmState strict = rule(2, MissingData.BREACHING).evaluate(values, OK);
    AlarmState lenient = rule(2, MissingData.NOT_BREACHING).evaluate(values, OK);
    assertThat(lenient == ALARM && strict == OK).isFalse();
  }

  @Provide
  Arbitrary<double[]> ranges() {
    return Arbitraries.of(5.0, 15.0, Double.NaN).array(double[].class).ofMinSize(5).ofMaxSize(9);
  }

  private static void check(DatapointRule rule, String data, AlarmState prior, String expected) {
    AlarmState state = expected.equals("KEEP") ? prior : AlarmState.valueOf(expected);
    assertWithMessage("%s from %s", data, prior)
        .that(rule.evaluate(values(data), prior))
        .isEqualTo(state);
  }

  private static DatapointRule rule(int needed, MissingData treatment) {
    return new DatapointRule(
        new AlarmCondition(Comparison.GREATER_THAN, 10, needed, 3), treatment, YoungBreach.OK);
  }

  private static double[] values(String data) {
    return data.replace(" ", "")
        .chars()
        .mapToDouble(mark -> mark == '-' ? Double.NaN : mark == 'X' ? 15 : 5)
        .toArray();
  }
}
