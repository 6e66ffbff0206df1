package io.headroom.cloudwatch.math;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudwatch.math.SlowMath.Row;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.testing.Rule;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The evaluator against a slow, obvious one, on random expressions and random series with gaps. */
class MathOracleTest {
  private static final int BUCKETS = 8;

  /** An expression and what it should give. */
  private record Sample(String text, List<Row> inputs, Row expected) {}

  private record Operation(String sign, BiFunction<Double, Double, Double> formula) {}

  @Property(tries = 500)
  @Rule("cloudwatch 9.2.1")
  @Rule("cloudwatch 9.2.4")
  @Rule("cloudwatch 9.3")
  void evaluator_equalsASlowOne(@ForAll("samples") Sample sample) {
    MathTable table = new MathTable();
    for (int i = 0; i < sample.inputs().size(); i++) {
      table.with("m" + i, sample.inputs().get(i).toArray());
    }
    MathSeries value = (MathSeries) table.value(sample.text());
    assertThat(value.values()).isEqualTo(sample.expected().toArray());
  }

  @Provide
  Arbitrary<Sample> samples() {
    return row().list().ofSize(3).flatMap(inputs -> sample(inputs, 2));
  }

  private static Arbitrary<Row> row() {
    return Arbitraries.integers()
        .between(-5, 20)
        .map(Integer::doubleValue)
        .injectNull(0.3)
        .list()
        .ofSize(BUCKETS)
        .map(Row::of);
  }

  private static Arbitrary<Sample> sample(List<Row> inputs, int depth) {
    Arbitrary<Sample> atom =
        Arbitraries.integers()
            .between(0, inputs.size() - 1)
            .map(i -> new Sample("m" + i, inputs, inputs.get(i)));
    if (depth == 0) {
      return atom;
    }
    Arbitrary<Sample> part = sample(inputs, depth - 1);
    return Arbitraries.oneOf(
        atom,
        Combinators.combine(part, operation(), part).as(MathOracleTest::binary),
        Combinators.combine(part, part, part).as(MathOracleTest::choice),
        Combinators.combine(part, part).as(MathOracleTest::average),
        part.map(s -> call("RATE(" + s.text() + ")", s, SlowMath.rate(s.expected(), 60))),
        part.map(s -> call("FILL(" + s.text() + ", REPEAT)", s, SlowMath.repeat(s.expected()))));
  }

  private static Arbitrary<Operation> operation() {
    return Arbitraries.of(
        new Operation("+", Double::sum),
        new Operation("-", (a, b) -> a - b),
        new Operation("*", (a, b) -> a * b),
        new Operation("/", (a, b) -> a / b),
        new Operation(">", (a, b) -> a > b ? 1.0 : 0.0),
        new Operation("==", (a, b) -> a.doubleValue() == b ? 1.0 : 0.0),
        new Operation("AND", (a, b) -> a != 0 && b != 0 ? 1.0 : 0.0),
        new Operation("OR", (a, b) -> a != 0 || b != 0 ? 1.0 : 0.0));
  }

  private static Sample binary(Sample a, Operation operation, Sample b) {
    return call(
        "(%s %s %s)".formatted(a.text(), operation.sign(), b.text()),
        a,
        SlowMath.arithmetic(a.expected(), b.expected(), operation.formula()));
  }

  private static Sample choice(Sample c, Sample a, Sample b) {
    return call(
        "IF(%s, %s, %s)".formatted(c.text(), a.text(), b.text()),
        a,
        SlowMath.choose(c.expected(), a.expected(), b.expected()));
  }

  private static Sample average(Sample a, Sample b) {
    return call(
        "AVG([%s, %s])".formatted(a.text(), b.text()),
        a,
        SlowMath.average(List.of(a.expected(), b.expected())));
  }

  private static Sample call(String text, Sample part, Row expected) {
    return new Sample(text, part.inputs(), expected);
  }
}
