package io.headroom.elb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs when health checks under way are answered, by a number that is used again. */
final class Probes {
  private final List<@Nullable Runnable> answered = new ArrayList<>();
  private final List<Integer> free = new ArrayList<>();

  /** Keeps an action and returns its number. */
  int add(Runnable action) {
    if (free.isEmpty()) {
      answered.add(action);
      return answered.size() - 1;
    }
    int number = free.remove(free.size() - 1);
    answered.set(number, action);
    return number;
  }

  /** Gives an action back, whose number is free from then on. */
  Runnable remove(int number) {
    Runnable action = answered.set(number, null);
    if (action == null) {
      throw new IllegalStateException("no health check has the number " + number);
    }
    free.add(number);
    return action;
  }
}
