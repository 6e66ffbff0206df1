package io.headroom.autoscaling.operations;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which instances of a group an operation is about; their ids are not known before the run. */
public sealed interface InstanceChoice {
  /** In which order instances are taken. */
  enum Age {
    /** Those that were launched first. */
    OLDEST,
    /** Those that were launched last. */
    NEWEST
  }

  /**
   * A number of instances by age, of those that the operation can be about.
   *
   * @param age which come first
   * @param count how many, at least 1
   * @param zone the only zone that they may be in; empty for any
   */
  record ByAge(Age age, int count, Optional<String> zone) implements InstanceChoice {
    /** Checks the number. */
    public ByAge {
      if (count < 1) {
        throw new IllegalArgumentException("the number of instances must be 1 or more: " + count);
      }
    }

    @Override
    public String toString() {
      String where = zone.map(" in "::concat).orElse("");
      return "the %d %s%s".formatted(count, age == Age.OLDEST ? "oldest" : "newest", where);
    }
  }

  /**
   * Instances by the number of their launch in the group, the first launch being 1.
   *
   * @param numbers the numbers, at least one
   */
  record ByNumber(List<Integer> numbers) implements InstanceChoice {
    /** Copies the list. */
    public ByNumber {
      numbers = List.copyOf(numbers);
      if (numbers.isEmpty()) {
        throw new IllegalArgumentException("at least one instance must be named");
      }
    }

    @Override
    public String toString() {
      return numbers.stream().map(each -> "#" + each).collect(Collectors.joining(", "));
    }
  }

  /** Returns the choice of the instances that were launched first. */
  static InstanceChoice oldest(int count) {
    return new ByAge(Age.OLDEST, count, Optional.empty());
  }

  /** Returns the choice of the instances that were launched last. */
  static InstanceChoice newest(int count) {
    return new ByAge(Age.NEWEST, count, Optional.empty());
  }

  /** Returns the choice of instances by the numbers of their launches, from 1. */
  static InstanceChoice numbers(Integer... numbers) {
    return new ByNumber(List.of(numbers));
  }
}
