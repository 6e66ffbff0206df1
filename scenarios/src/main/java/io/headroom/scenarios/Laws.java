package io.headroom.scenarios;

import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The laws of durations that scenario files can name: {@code {lognormal: {mean: 80ms, cv: 1.2}}}. A
 * plain duration is the constant law.
 */
final class Laws {
  private static final Map<String, Function<Section, Optional<Distribution>>> BY_NAME = laws();

  private static final Notation<Double> POSITIVE =
      Notations.NUMBER.where(number -> number > 0, "a number above 0");
  private static final Notation<Double> AT_LEAST_ZERO =
      Notations.NUMBER.where(number -> number >= 0, "a number of at least 0");
  private static final Notation<Double> AT_LEAST_ONE =
      Notations.NUMBER.where(number -> number >= 1, "a number of at least 1");

  private Laws() {}

  private static Map<String, Function<Section, Optional<Distribution>>> laws() {
    return new TreeMap<>(
        Map.of(
            "constant", Laws::constant,
            "exponential", Laws::exponential,
            "lognormal", Laws::logNormal,
            "hyperexponential", Laws::hyperExponential,
            "pareto", Laws::pareto,
            "uniform", Laws::uniform,
            "empirical", EmpiricalLaw::read));
  }

  /** Reads the law under a key; empty if the key is absent or, with a problem said, unusable. */
  static Optional<Distribution> read(Section section, String key) {
    Optional<Value> value = section.value(key);
    return value.isPresent() && value.get().isMap()
        ? section.section(key).flatMap(Laws::named)
        : value.flatMap(plain -> plain.as(PLAIN));
  }

  private static final Notation<Distribution> PLAIN =
      Notations.DURATION
          .where(
              length -> true,
              "a duration such as 80ms, or a law: " + String.join(", ", BY_NAME.keySet()))
          .map(Distribution::constant);

  private static Optional<Distribution> named(Section section) {
    return new OneKey<>("a law", BY_NAME, Set.of())
        .in(section)
        .flatMap(named -> section.settings(named.key()).flatMap(named.meaning()));
  }

  private static Optional<Distribution> constant(Section law) {
    return law.require("value", Notations.DURATION).map(Distribution::constant);
  }

  private static Optional<Distribution> exponential(Section law) {
    return law.require("mean", Notations.POSITIVE_DURATION).map(Distribution::exponential);
  }

  private static Optional<Distribution> logNormal(Section law) {
    if (law.has("median")) {
      return both(
          law.require("median", Notations.POSITIVE_DURATION),
          law.require("sigma", AT_LEAST_ZERO),
          Distribution::logNormalByMedian);
    }
    Optional<Duration> mean = law.require("mean", Notations.POSITIVE_DURATION);
    Supplier<Optional<Duration>> byVariation =
        () -> both(mean, law.require("cv", AT_LEAST_ZERO), Laws::times);
    Optional<Duration> deviation =
        law.has("sd") ? law.read("sd", Notations.DURATION) : byVariation.get();
    return both(mean, deviation, Distribution::logNormal);
  }

  private static Duration times(Duration length, double factor) {
    return Duration.ofNanos(Math.round(length.toNanos() * factor));
  }

  private static Optional<Distribution> hyperExponential(Section law) {
    return both(
        law.require("mean", Notations.POSITIVE_DURATION),
        law.require("cv", AT_LEAST_ONE),
        Distribution::hyperExponential);
  }

  private static Optional<Distribution> pareto(Section law) {
    Optional<Double> alpha = law.require("alpha", POSITIVE);
    Optional<Duration> low = law.require("low", Notations.POSITIVE_DURATION);
    Optional<Duration> high =
        law.require("high", Notations.POSITIVE_DURATION)
            .filter(limit -> above(law, "high", limit, low.orElse(Duration.ZERO)));
    return both(
        alpha,
        both(low, high, Range::new),
        (a, range) -> Distribution.boundedPareto(a, range.from, range.to));
  }

  private static Optional<Distribution> uniform(Section law) {
    Optional<Duration> from = law.require("from", Notations.DURATION);
    Optional<Duration> to =
        law.require("to", Notations.DURATION)
            .filter(limit -> above(law, "to", limit, from.orElse(Duration.ZERO)));
    return both(from, to, Distribution::uniform);
  }

  private record Range(Duration from, Duration to) {}

  private static boolean above(Section law, String key, Duration upper, Duration lower) {
    if (upper.compareTo(lower) > 0) {
      return true;
    }
    law.problem(
        key,
        "found %s; allowed: a duration above the lower end, %s"
            .formatted(Notations.written(upper), Notations.written(lower)));
    return false;
  }

  private static <A, B, C> Optional<C> both(
      Optional<A> first, Optional<B> second, BiFunction<A, B, C> join) {
    return first.flatMap(a -> second.map(b -> join.apply(a, b)));
  }
}
