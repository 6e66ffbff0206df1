package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Typed access to the properties of a request; what does not fit becomes a problem. */
final class AlarmProperties {
  private final Map<String, ?> values;
  private final List<AlarmProblem> problems;

  /** Reads the values, and adds problems to the list. */
  AlarmProperties(Map<String, ?> values, List<AlarmProblem> problems) {
    this.values = values;
    this.problems = problems;
  }

  boolean has(String property) {
    return values.get(property) != null;
  }

  void require(String property) {
    if (!has(property)) {
      problems.add(
          new AlarmProblem(
              "MissingParameter", property, "The request must contain " + property + "."));
    }
  }

  void problem(String property, String message) {
    problems.add(new AlarmProblem(AlarmProblem.VALIDATION_ERROR, property, message));
  }

  /** Returns what the supplier makes, or notes its complaint about the property. */
  <T> Optional<T> attempt(String property, Supplier<T> supplier) {
    try {
      return Optional.of(supplier.get());
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
      problem(property, String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  /** Returns the property as text; numbers and booleans count as their text. */
  Optional<String> text(String property) {
    Object value = values.get(property);
    if (value instanceof List || value instanceof Map) {
      problem(property, property + " must be a single value, was " + value);
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(Object::toString);
  }

  <T> Optional<T> parsed(String property, Function<String, T> parser) {
    return text(property).flatMap(text -> attempt(property, () -> parser.apply(text)));
  }

  Optional<Double> number(String property) {
    return parsed(property, text -> decimal(text).doubleValue());
  }

  Optional<Integer> integer(String property) {
    return parsed(property, text -> decimal(text).intValueExact());
  }

  Optional<Duration> seconds(String property) {
    return integer(property).map(Duration::ofSeconds);
  }

  Optional<Boolean> bool(String property) {
    return parsed(
        property,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException("must be true or false, was " + text);
            });
  }

  /** Returns the texts of a list, empty if the property is absent. */
  List<String> texts(String property) {
    return list(property).stream().map(Object::toString).collect(ImmutableList.toImmutableList());
  }

  /** Returns the entries {@code Name} and {@code Value} of a list of maps. */
  Map<String, String> pairs(String property) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Object entry : list(property)) {
      if (!(entry instanceof Map<?, ?> pair)
          || pair.get("Name") == null
          || pair.get("Value") == null) {
        throw new IllegalArgumentException("a dimension has Name and Value, was " + entry);
      }
      pairs.put(String.valueOf(pair.get("Name")), String.valueOf(pair.get("Value")));
    }
    return pairs;
  }

  /** Returns the zone of a wall clock window, UTC by default, if the property asks for one. */
  Optional<ZoneId> zone(String property) {
    if (!(values.get(property) instanceof Map<?, ?> window)
        || !(window.get("WallClockWindow") instanceof Map<?, ?> clock)) {
      return Optional.empty();
    }
    Object zone = clock.get("Timezone");
    return attempt(property, () -> ZoneId.of(zone == null ? "UTC" : zone.toString()));
  }

  /** Returns the maps of a list of maps. */
  List<Map<String, Object>> maps(String property) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (Object entry : list(property)) {
      if (!(entry instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException(
            "an entry of %s has names, was %s".formatted(property, entry));
      }
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
      maps.add(copy);
    }
    return maps;
  }

  /** Returns the warm-up that a map describes. */
  Optional<AlarmWarmUp> warmUp(String property) {
    if (!(values.get(property) instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Object minutes = map.get("WarmUpPeriodDurationInMinutes");
    Object wholly = map.get("OnlyStartEvaluatingAfterWarmUpPeriodEnds");
    boolean isWhole = wholly != null && wholly.toString().equals("true");
    return attempt(
        property,
        () ->
            new AlarmWarmUp(
                Duration.ofMinutes(
                    decimal(minutes == null ? "nothing" : minutes.toString()).longValueExact()),
                isWhole ? AlarmWarmUp.End.WITH_TIME : AlarmWarmUp.End.WITH_DATA));
  }

  private List<?> list(String property) {
    Object value = values.get(property);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException notNumber) {
      throw new IllegalArgumentException("must be a number, was " + text, notNumber);
    }
  }
}
