package io.headroom.cloudwatch.composite;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.cloudwatch.AlarmState;
import io.headroom.testing.Rule;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Create a composite alarm", Amazon CloudWatch User Guide. */
class AlarmRuleTest {
  private static final Function<String, AlarmState> STATES =
      Map.of(
              "a", AlarmState.ALARM,
              "o", AlarmState.OK,
              "i", AlarmState.INSUFFICIENT_DATA,
              "web (5xx), prod", AlarmState.ALARM,
              "say \"hi\"", AlarmState.ALARM)
          ::get;

  @ParameterizedTest
  @Rule("cloudwatch 8.2")
  @Rule("cloudwatch 8.4")
  @CsvSource({
    "ALARM(a), ALARM",
    "OK(a), OK",
    "OK(o), ALARM",
    "INSUFFICIENT_DATA(i), ALARM",
    "NOT ALARM(a), OK",
    "NOT NOT ALARM(a), ALARM",
    "TRUE, ALARM",
    "FALSE, OK",
    "ALARM(a) AND ALARM(o), OK",
    "ALARM(a) OR ALARM(o), ALARM",
    "TRUE OR TRUE AND FALSE, ALARM",
    "(TRUE OR TRUE) AND FALSE, OK",
    "NOT FALSE AND FALSE, OK",
    "NOT (FALSE AND FALSE), ALARM",
    "ALARM( a )AND(OK(o)), ALARM",
    "ALARM(\"a\"), ALARM",
    "'ALARM(\"web (5xx), prod\")', ALARM",
    "'ALARM(\"say \\\"hi\\\"\")', ALARM",
    "ALARM(arn:aws:cloudwatch:us-east-1:123456789012:alarm:a), ALARM",
  })
  void rule_isTrueOrFalse(String rule, AlarmState expected) {
    assertThat(AlarmRule.parse(rule).evaluate(STATES)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 8.2")
  @Rule("cloudwatch 8.3")
  @CsvSource({
    "'AT_LEAST(1, ALARM, (a, o, i))', ALARM",
    "'AT_LEAST(2, ALARM, (a, o, i))', OK",
    "'AT_LEAST(2, NOT ALARM, (a, o, i))', ALARM",
    "'AT_LEAST(33%, ALARM, (a, o, i))', ALARM",
    "'AT_LEAST(33.3%, ALARM, (a, o, i))', ALARM",
    "'AT_LEAST(33.4%, ALARM, (a, o, i))', OK",
    "'AT_LEAST(50%, OK, (a, o))', ALARM",
    "'AT_LEAST(100%, NOT OK, (a, i))', ALARM",
    "'AT_LEAST(0, ALARM, (o))', ALARM",
  })
  void atLeast_countsAlarmsOrTheirShare(String rule, AlarmState expected) {
    assertThat(AlarmRule.parse(rule).evaluate(STATES)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Rule("cloudwatch 8.2")
  @CsvSource({
    "ALARM(a) AND, 'Expected ALARM, OK or INSUFFICIENT_DATA, AT_LEAST, NOT, TRUE, FALSE or '"
        + "'('', found the end', 13",
    "alarm(a), 'Expected ALARM, OK or INSUFFICIENT_DATA, AT_LEAST, NOT, TRUE, FALSE or ''('',"
        + " found ''alarm''', 1",
    "ALARM(a) ALARM(o), 'Expected AND, OR or the end, found ''ALARM''', 10",
    "ALARM(), 'Expected the name of an alarm, found '')''', 7",
    "ALARM(a b), 'Expected '')'', found ''b''', 9",
    "(ALARM(a), 'Expected '')'', found the end', 10",
    "ALARM(\"a), A name has no closing quote, 7",
    "'AT_LEAST(some, ALARM, (a))',"
        + " 'Expected a number of alarms, such as 2 or 50%, found ''some''', 10",
    "'AT_LEAST(1, UP, (a))', 'Expected ALARM, OK or INSUFFICIENT_DATA, found ''UP''', 13",
    "TRUE & FALSE, 'Expected AND, OR or the end, found ''&''', 6",
  })
  void mistake_isNamedWithItsPlace(String rule, String problem, int position) {
    RuleException refusal = assertThrows(RuleException.class, () -> AlarmRule.parse(rule));
    assertThat(refusal).hasMessageThat().isEqualTo(problem + ", at character " + position);
    assertThat(refusal.position()).isEqualTo(position);
  }

  @Test
  @Rule("cloudwatch 8.1")
  void rule_staysWithinTheLimits() {
    assertThat(AlarmRule.parse(any(100)).children()).hasSize(100);
    assertThrows(IllegalArgumentException.class, () -> AlarmRule.parse(any(101)));
    String many = IntStream.range(0, 500).mapToObj(i -> "TRUE").collect(Collectors.joining(" OR "));
    assertThat(AlarmRule.parse(many).children()).isEmpty();
    assertThrows(IllegalArgumentException.class, () -> AlarmRule.parse(many + " OR TRUE"));
    assertThrows(IllegalArgumentException.class, () -> AlarmRule.parse(" "));
    String longName = "x".repeat(10_240);
    assertThrows(IllegalArgumentException.class, () -> AlarmRule.parse("ALARM(" + longName + ")"));
    assertThrows(RuleException.class, () -> AlarmRule.parse("NOT ".repeat(2_000) + "TRUE"));
  }

  private static String any(int alarms) {
    return IntStream.range(0, alarms)
        .mapToObj(i -> "ALARM(a" + i + ")")
        .collect(Collectors.joining(" OR "));
  }

  /** A rule, and what it means for the states of three alarms. */
  private record Sample(String text, Function<List<AlarmState>, Boolean> meaning) {}

  @Property(tries = 300)
  @Rule("cloudwatch 8.4")
  void evaluation_equalsTheTruthTable(@ForAll("samples") Sample sample) {
    AlarmRule rule = AlarmRule.parse(sample.text());
    AlarmRule again = AlarmRule.parse(rule.toString());
    assertThat(again).isEqualTo(rule);
    for (AlarmState x : AlarmState.values()) {
      for (AlarmState y : AlarmState.values()) {
        for (AlarmState z : AlarmState.values()) {
          Function<String, AlarmState> states = Map.of("x", x, "y", y, "z", z)::get;
          boolean expected = sample.meaning().apply(List.of(x, y, z));
          assertWithMessage(sample.text()).that(rule.holds(states)).isEqualTo(expected);
          assertWithMessage(rule.toString()).that(again.holds(states)).isEqualTo(expected);
        }
      }
    }
  }

  @Provide
  Arbitrary<Sample> samples() {
    return sample(3);
  }

  private static Arbitrary<Sample> sample(int depth) {
    Arbitrary<Sample> atom =
        Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.of(AlarmState.class))
            .as(AlarmRuleTest::inState);
    if (depth == 0) {
      return atom;
    }
    Arbitrary<Sample> part = sample(depth - 1);
    return Arbitraries.oneOf(
        atom,
        Arbitraries.of(true, false)
            .map(value -> new Sample(value ? "TRUE" : "FALSE", states -> value)),
        part.map(p -> new Sample("NOT (" + p.text() + ")", s -> !p.meaning().apply(s))),
        Combinators.combine(part, part).as((a, b) -> joined(a, "AND", b, (l, r) -> l && r)),
        Combinators.combine(part, part).as((a, b) -> joined(a, "OR", b, (l, r) -> l || r)),
        Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(AlarmState.class))
            .as(AlarmRuleTest::atLeast));
  }

  private static Sample inState(int alarm, AlarmState state) {
    return new Sample(state + "(" + "xyz".charAt(alarm) + ")", s -> s.get(alarm) == state);
  }

  private static Sample joined(
      Sample a, String word, Sample b, BiFunction<Boolean, Boolean, Boolean> meaning) {
    return new Sample(
        "(" + a.text() + ") " + word + " (" + b.text() + ")",
        s -> meaning.apply(a.meaning().apply(s), b.meaning().apply(s)));
  }

  private static Sample atLeast(int count, AlarmState state) {
    return new Sample(
        "AT_LEAST(%d, %s, (x, y, z))".formatted(count, state),
        s -> s.stream().filter(each -> each == state).count() >= count);
  }
}
