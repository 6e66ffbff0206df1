package io.headroom.cloudwatch.math;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.headroom.cloudwatch.math.value.BothMissing;
import io.headroom.cloudwatch.math.value.Grid;
import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathException;
import io.headroom.cloudwatch.math.value.MathScope;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The metrics and expressions of one request, which refer to each other by id.
 *
 * <p>Immutable. An expression is computed when it is asked for, and once for each evaluation.
 */
public final class MathProgram {
  private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9_]*");

  private final List<String> metricIds;
  private final Map<String, MathExpression> expressions;

  /**
   * Makes a program.
   *
   * @param metricIds the ids of the metrics, in the order of the request
   * @param expressions the expressions by id
   * @throws IllegalArgumentException if an id is bad, unknown or used twice, or expressions refer
   *     to each other in a circle; the message names the expression
   */
  public MathProgram(List<String> metricIds, Map<String, MathExpression> expressions) {
    this.metricIds = ImmutableList.copyOf(metricIds);
    this.expressions = ImmutableMap.copyOf(expressions);
    checkIds();
    Set<String> done = new HashSet<>();
    this.expressions.keySet().forEach(this::checkReferences);
    this.expressions.keySet().forEach(id -> checkCircle(id, new LinkedHashSet<>(), done));
  }

  /** Returns whether an id may stand in an expression. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Returns the ids of the metrics, in the order of the request. */
  public List<String> metricIds() {
    return metricIds;
  }

  /** Returns the expressions by id, in the order of the request. */
  public Map<String, MathExpression> expressions() {
    return expressions;
  }

  /**
   * Returns the value of a metric or an expression.
   *
   * @throws IllegalArgumentException if a value has a wrong type; the message names the expression
   */
  public MathValue evaluate(String id, MathInputs inputs) {
    return new Evaluation(inputs).value(id);
  }

  /**
   * Returns the type that a metric or an expression will have, found by a trial over one bucket in
   * which every metric has a value.
   *
   * @throws IllegalArgumentException if a value has a wrong type; the message names the expression
   */
  public String typeOf(String id) {
    return evaluate(id, new Trial()).type();
  }

  private void checkIds() {
    Set<String> seen = new LinkedHashSet<>();
    for (String id : Iterables.concat(metricIds, expressions.keySet())) {
      require(isId(id), "the id '%s' must match [a-z][A-Za-z0-9_]*".formatted(id));
      require(seen.add(id), "the id '%s' is used twice".formatted(id));
    }
  }

  private void checkReferences(String id) {
    for (String reference : references(id)) {
      if (!metricIds.contains(reference) && !expressions.containsKey(reference)) {
        throw inExpression(id, expression(id).unknown(reference));
      }
    }
  }

  private void checkCircle(String id, Set<String> path, Set<String> done) {
    require(path.add(id), "the expressions %s refer to each other in a circle".formatted(path));
    for (String reference : references(id)) {
      if (!done.contains(reference)) {
        checkCircle(reference, path, done);
      }
    }
    path.remove(id);
    done.add(id);
  }

  private Set<String> references(String id) {
    return expressions.containsKey(id) ? expression(id).references() : Set.of();
  }

  private MathExpression expression(String id) {
    MathExpression expression = expressions.get(id);
    if (expression == null) {
      throw new IllegalArgumentException("there is no metric and no expression '" + id + "'");
    }
    return expression;
  }

  private static IllegalArgumentException inExpression(String id, MathException problem) {
    return new IllegalArgumentException(
        "Error in expression '%s': %s".formatted(id, problem.getMessage()), problem);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** One evaluation, which remembers what it has computed. */
  private final class Evaluation implements MathScope {
    private final MathInputs inputs;
    private final Map<String, MathValue> values = new HashMap<>();

    Evaluation(MathInputs inputs) {
      this.inputs = inputs;
    }

    @Override
    public Grid grid() {
      return inputs.grid();
    }

    @Override
    public List<String> metricIds() {
      return metricIds;
    }

    @Override
    public MathValue value(String id) {
      MathValue known = values.get(id);
      if (known == null) {
        known = metricIds.contains(id) ? inputs.metric(id) : computed(id);
        values.put(id, known);
      }
      return known;
    }

    private MathValue computed(String id) {
      try {
        return expression(id).evaluate(this);
      } catch (MathException problem) {
        throw inExpression(id, problem);
      }
    }

    @Override
    public BothMissing bothMissing() {
      return inputs.bothMissing();
    }

    @Override
    public MathArray band(String id, double width) {
      return inputs.band(id, width);
    }
  }

  /** One bucket in which everything is one. */
  private static final class Trial implements MathInputs {
    private static final MathSeries ONE = MathSeries.of("trial", 1);

    @Override
    public Grid grid() {
      return new Grid(Instant.EPOCH, Duration.ofMinutes(1), 1);
    }

    @Override
    public MathSeries metric(String id) {
      return ONE;
    }

    @Override
    public MathArray band(String id, double width) {
      return new MathArray(List.of(ONE, ONE));
    }
  }
}
