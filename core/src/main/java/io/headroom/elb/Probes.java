package io.headroom.elb;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What runs when health checks under way are answered, by a number that is used again. */
final class Probes {
  private @Nullable Runnable[] answered = new Runnable[16];

  /** The numbers below {@link #used} that are free, the one given back last on top. */
  private int[] free = new int[16];

  private int freeCount;
  private int used;

  /** Keeps an action and returns its number. */
  int add(Runnable action) {
    if (used == answered.length) {
      answered = Arrays.copyOf(answered, 2 * used);
      free = Arrays.copyOf(free, 2 * used);
    }
    int number = freeCount > 0 ? free[--freeCount] : used++;
    answered[number] = action;
    return number;
  }

  /** Gives an action back, whose number is free from then on. */
  Runnable remove(int number) {
    Runnable action = answered[number];
    if (action == null) {
      throw new IllegalStateException("no health check has the number " + number);
    }
    answered[number] = null;
    free[freeCount++] = number;
    return action;
  }
}
