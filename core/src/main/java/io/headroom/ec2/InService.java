package io.headroom.ec2;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The requests in service on one machine, and which of them ends next.
 *
 * <p>A few stand in order of their keys, the smallest last: one more request moves those that end
 * before it, and an end moves nobody. Many stand in a tournament, where either costs the logarithm
 * of their number. Keys are longs that are not negative, all 63 bits of them, so the bits of a
 * double that is not negative will do as well. Which of equal keys goes first is not said, as
 * requests that end at one instant make no difference to each other. Not thread-safe.
 */
final class InService {
  /** The key of nobody. */
  static final long IDLE = Places.IDLE;

  /** With more requests the tournament is faster: docs/hot-path.md has the figures. */
  static final int FEW = 32;

  /** The tournament stays until there are so few, as a load goes up and down. */
  private static final int FEW_AGAIN = FEW / 2;

  private static final int FIRST_ROOM = 4;

  /** The key and the request of each, behind a key that no request has. */
  private long[] few = new long[2 + 2 * FIRST_ROOM];

  /** Where the smallest key stands. */
  private int last;

  /** All requests if they are many, else null. */
  private @Nullable Places many;

  /** How many stand there. */
  private int manyCount;

  /** To be used again. */
  private @Nullable Places formerMany;

  /** Creates a machine's requests, none. */
  InService() {
    few[0] = IDLE;
  }

  /** Looks at a request in service. */
  @FunctionalInterface
  interface Visitor {
    void visit(int request, long key);
  }

  /** Returns the smallest key, {@link #IDLE} if no request is in service. */
  long smallest() {
    return many == null ? few[last] : many.smallest();
  }

  /** Returns the request with the smallest key; there must be one. */
  int request() {
    return many == null ? (int) few[last + 1] : many.request();
  }

  /** Begins a request; returns the smallest of all keys. */
  long take(int request, long key) {
    if (many == null && last == 2 * FEW) {
      becomeMany();
    }
    if (many != null) {
      manyCount++;
      return many.take(request, key);
    }
    if (last + 2 == few.length) {
      few = Arrays.copyOf(few, Math.min(2 * few.length, 2 + 2 * FEW));
    }
    last += 2;
    return insert(request, key);
  }

  /** Begins a request in place of the one with the smallest key, which ends. */
  long replace(int request, long key) {
    return many == null ? insert(request, key) : many.replace(request, key);
  }

  /** Puts a request into the order, where the last entry is free. */
  private long insert(int request, long key) {
    long[] all = few;
    int free = last;
    while (all[free - 2] <= key) {
      all[free] = all[free - 2];
      all[free + 1] = all[free - 1];
      free -= 2;
    }
    all[free] = key;
    all[free + 1] = request;
    return all[last];
  }

  /** Ends the request with the smallest key; returns the smallest key that is left. */
  long vacate() {
    if (many == null) {
      last -= 2;
      return few[last];
    }
    long next = many.vacate();
    manyCount--;
    if (manyCount == FEW_AGAIN) {
      becomeFew(many);
    }
    return next;
  }

  private void becomeMany() {
    Places tournament = formerMany == null ? new Places(2 * FEW) : formerMany;
    forEach(tournament::take);
    manyCount = last / 2;
    last = 0;
    many = tournament;
    formerMany = null;
  }

  private void becomeFew(Places tournament) {
    many = null;
    formerMany = tournament;
    tournament.forEach(this::take);
    tournament.clear();
  }

  /** Changes the key of every request; the order of the keys must stay. */
  void move(LongUnaryOperator change) {
    if (many != null) {
      many.move(change);
    }
    for (int entry = 2; entry <= last; entry += 2) {
      few[entry] = change.applyAsLong(few[entry]);
    }
  }

  /** Shows every request to the visitor. */
  void forEach(Visitor visitor) {
    if (many != null) {
      many.forEach(visitor);
    }
    for (int entry = 2; entry <= last; entry += 2) {
      visitor.visit((int) few[entry + 1], few[entry]);
    }
  }

  /** Ends all requests. */
  void clear() {
    if (many != null) {
      many.clear();
      formerMany = many;
      many = null;
    }
    last = 0;
  }
}
