package io.headroom.cloudwatch.math.function;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import java.util.Set;

/**
 * All functions by name.
 *
 * <p>Left out are those that read what a simulation has not: INSIGHT_RULE_METRIC, SERVICE_QUOTA,
 * LAMBDA and DB_PERF_INSIGHTS.
 */
public final class MathFunctions {
  private static final ImmutableSortedMap<String, MathFunction> ALL =
      ImmutableSortedMap.<String, MathFunction>naturalOrder()
          .putAll(Pointwise.ALL)
          .putAll(Aggregates.ALL)
          .putAll(Differences.ALL)
          .putAll(Selections.ALL)
          .putAll(Clock.ALL)
          .putAll(Sources.ALL)
          .put("FILL", new Fill())
          .put("IF", new If())
          .build();

  private MathFunctions() {}

  /** Returns the function with a name. */
  public static Optional<MathFunction> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** Returns the names of all functions, sorted. */
  public static Set<String> names() {
    return ALL.keySet();
  }
}
