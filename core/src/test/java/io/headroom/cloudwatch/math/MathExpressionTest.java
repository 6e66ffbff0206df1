package io.headroom.cloudwatch.math;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of expressions, and programs of several. */
class MathExpressionTest {
  @ParameterizedTest
  @Rule("cloudwatch 9.1")
  @CsvSource({
    "1 + 2 * 3, 1 + (2 * 3)",
    "1 - 2 - 3, (1 - 2) - 3",
    "2 ^ 3 ^ 2, 2 ^ (3 ^ 2)",
    "-2 ^ 2, -(2 ^ 2)",
    "2 ^ -1, 2 ^ (-1)",
    "-a * b, (-a) * b",
    "a * -b, a * (-b)",
    "a + b > c * d, (a + b) > (c * d)",
    "a > 1 AND b > 2 OR c, ((a > 1) AND (b > 2)) OR c",
    "a OR b AND c, a OR (b AND c)",
    "a&&b||c, (a AND b) OR c",
  })
  void precedence_isThatOfArithmeticThenComparisonThenLogic(String text, String same) {
    assertThat(MathExpression.parse(text)).isEqualTo(MathExpression.parse(same));
  }

  @ParameterizedTest
  @CsvSource({
    "(m1)/(m2), m1 / m2",
    "(1+2)*3, (1 + 2) * 3",
    "a-(b-c), a - (b - c)",
    "(a^b)^c, (a ^ b) ^ c",
    "'SUM( [a,b] )', 'SUM([a, b])'",
    "METRICS('err'), METRICS(\"err\")",
    "'FILL(a,REPEAT)', 'FILL(a, REPEAT)'",
    "--a, --a",
  })
  void text_hasNoNeedlessBrackets(String text, String expected) {
    assertThat(MathExpression.parse(text).toString()).isEqualTo(expected);
  }

  @Property
  void text_parsesToAnEqualExpression(@ForAll("expressions") String text) {
    MathExpression expression = MathExpression.parse(text);
    assertThat(MathExpression.parse(expression.toString()).toString())
        .isEqualTo(expression.toString());
    assertThat(MathExpression.parse(expression.toString())).isEqualTo(expression);
    assertThat(MathExpression.parse(expression.toString()).references())
        .isEqualTo(expression.references());
  }

  @Provide
  Arbitrary<String> expressions() {
    return expression(4);
  }

  private static Arbitrary<String> expression(int depth) {
    Arbitrary<String> atom = Arbitraries.of("a", "b", "m1", "2", "0.5", "1e3", "METRICS()");
    if (depth == 0) {
      return atom;
    }
    Arbitrary<String> part = expression(depth - 1);
    Arbitrary<String> operator =
        Arbitraries.of("+", "-", "*", "/", "^", "==", "!=", "<", "<=", ">", ">=", "AND", "||");
    return Arbitraries.oneOf(
        atom,
        Combinators.combine(part, operator, part).as((a, o, b) -> a + " " + o + " " + b),
        part.map(inner -> "(" + inner + ")"),
        part.map(inner -> "-" + inner),
        part.map(inner -> "ABS(" + inner + ")"),
        Combinators.combine(part, part).as((a, b) -> "IF(" + a + ", " + b + ", 1)"),
        Combinators.combine(part, part).as((a, b) -> "[" + a + ", " + b + "]"));
  }

  @Test
  @Rule("cloudwatch 12")
  void expression_hasAtMost2048Characters() {
    String longest = "m" + "1".repeat(MathExpression.MAX_LENGTH - 1);
    assertThat(MathExpression.parse(longest).toString()).isEqualTo(longest);
    assertThrows(IllegalArgumentException.class, () -> MathExpression.parse(longest + "1"));
    assertThrows(IllegalArgumentException.class, () -> MathExpression.parse("(".repeat(2000)));
  }

  @Test
  @Rule("cloudwatch 9.1")
  void program_computesExpressionsOverExpressions() {
    MathTable table = new MathTable().with("m1", "1 2 3").with("m2", "4 5 6");
    var program = program(List.of("m1", "m2"), "rate", "busy * 2", "busy", "m1 + m2");
    assertThat(program.evaluate("rate", table)).isEqualTo(table.value("(m1 + m2) * 2"));
    assertThat(program.typeOf("rate")).isEqualTo("TS");
  }

  @ParameterizedTest
  @Rule("cloudwatch 9.1")
  @CsvSource({
    "E1, m1, the id 'E1' must match [a-z][A-Za-z0-9_]*",
    "m1, 2, the id 'm1' is used twice",
    "e1, m1 / m9, 'Error in expression ''e1'': Unknown id ''m9'', at character 6'",
    "e1, e1 + 1, 'the expressions [e1] refer to each other in a circle'",
  })
  void program_refusesBadIds(String id, String text, String message) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> program(List.of("m1"), id, text));
    assertThat(refusal).hasMessageThat().isEqualTo(message);
  }

  @Test
  void program_refusesCircles() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> program(List.of(), "a", "b + 1", "b", "c + 1", "c", "a + 1"));
    assertThat(refusal)
        .hasMessageThat()
        .isEqualTo("the expressions [a, b, c] refer to each other in a circle");
  }

  @Test
  void typeOf_findsMistakesOfTypeWithoutData() {
    var program = program(List.of("m1"), "e1", "RATE(AVG(m1))", "s", "AVG(m1)", "a", "METRICS()");
    assertThat(program.typeOf("s")).isEqualTo("S");
    assertThat(program.typeOf("a")).isEqualTo("TS[]");
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> program.typeOf("e1"));
    assertThat(refusal)
        .hasMessageThat()
        .isEqualTo(
            "Error in expression 'e1': Function 'RATE' takes TS or TS[] as argument 1, found S,"
                + " at character 6");
  }

  private static MathProgram program(List<String> metrics, String... idsAndTexts) {
    Map<String, MathExpression> expressions = new LinkedHashMap<>();
    for (int i = 0; i < idsAndTexts.length; i += 2) {
      expressions.put(idsAndTexts[i], MathExpression.parse(idsAndTexts[i + 1]));
    }
    return new MathProgram(metrics, expressions);
  }
}
