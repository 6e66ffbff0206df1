package io.headroom.scenarios;

import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.operations.InstanceChoice.Age;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a scenario names instances of a group: {@code oldest}, {@code newest 3 in us-east-1a}, or by
 * the numbers of their launches, {@code launch 4} or {@code launches 1, 4}.
 */
final class InstanceChoices {
  private static final Pattern BY_AGE =
      Pattern.compile("(oldest|newest)(?: (\\d{1,5}))?(?: in (\\S+))?");

  private static final Pattern BY_NUMBER =
      Pattern.compile("launch(?:es)? (\\d{1,9}(?:[, ]+\\d{1,9})*)");

  static final Notation<InstanceChoice> NOTATION =
      new Notation<>(
          "'oldest' or 'newest', perhaps with a number and 'in ZONE', such as 'oldest 2 in"
              + " us-east-1a', or the numbers of launches such as 'launches 1, 4'",
          InstanceChoices::parse);

  private InstanceChoices() {}

  private static Optional<InstanceChoice> parse(String text) {
    Matcher age = BY_AGE.matcher(text);
    if (age.matches()) {
      int count = Optional.ofNullable(age.group(2)).map(Integer::parseInt).orElse(1);
      Age order = age.group(1).equals("oldest") ? Age.OLDEST : Age.NEWEST;
      return count < 1
          ? Optional.empty()
          : Optional.of(new InstanceChoice.ByAge(order, count, Optional.ofNullable(age.group(3))));
    }
    Matcher number = BY_NUMBER.matcher(text);
    return number.matches() ? Optional.of(numbers(number.group(1))) : Optional.empty();
  }

  private static InstanceChoice numbers(String list) {
    List<Integer> numbers = Arrays.stream(list.split("[, ]+", -1)).map(Integer::parseInt).toList();
    return new InstanceChoice.ByNumber(numbers);
  }
}
