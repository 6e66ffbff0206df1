package io.headroom.workloads.synthetic;

import io.headroom.workloads.LinearPieces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A rate that is held, ramped and stepped: steps, ramps and staircases. After the last piece it
 * keeps its last value. Looking a time up costs O(log n).
 *
 * @param pieces the pieces in the order of time, the first of which starts at zero
 */
public record PiecewiseLinear(List<Piece> pieces) implements LinearPieces {
  /**
   * One line from its start up to the start of the next piece.
   *
   * @param startNanos where it starts, in nanoseconds since the start of the run
   * @param first the value at its start
   * @param last the limit of the value at its end
   */
  public record Piece(long startNanos, double first, double last) {
    /** Checks that both values are finite and at least 0. */
    public Piece {
      checkRate(first);
      checkRate(last);
    }

    private static void checkRate(double rate) {
      if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("rate must be finite and at least 0, was " + rate);
      }
    }
  }

  /** Copies the pieces and checks their order. */
  public PiecewiseLinear {
    pieces = List.copyOf(pieces);
    if (pieces.isEmpty() || pieces.get(0).startNanos != 0) {
      throw new IllegalArgumentException("the first piece must start at 0, were " + pieces);
    }
    for (int i = 1; i < pieces.size(); i++) {
      if (pieces.get(i).startNanos <= pieces.get(i - 1).startNanos) {
        throw new IllegalArgumentException("pieces must ascend in time, were " + pieces);
      }
    }
  }

  /** Starts a rate with this value at time zero, to be continued. */
  public static Builder startingAt(double rate) {
    return new Builder(rate);
  }

  @Override
  public double at(long timeNanos) {
    return valueIn(indexAt(timeNanos), timeNanos);
  }

  @Override
  public double before(long timeNanos) {
    return valueIn(indexAt(timeNanos - 1), timeNanos);
  }

  @Override
  public long nextBreakpoint(long timeNanos) {
    return endOf(indexAt(timeNanos));
  }

  private long endOf(int index) {
    return index + 1 < pieces.size() ? pieces.get(index + 1).startNanos : Long.MAX_VALUE;
  }

  private double valueIn(int index, long timeNanos) {
    Piece piece = pieces.get(index);
    double length = (double) endOf(index) - piece.startNanos;
    return piece.first + (piece.last - piece.first) * ((timeNanos - piece.startNanos) / length);
  }

  /** Finds the last piece that starts at or before the time. */
  private int indexAt(long timeNanos) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).startNanos <= timeNanos) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Collects pieces from left to right. Not thread-safe. */
  public static final class Builder {
    private final List<Piece> pieces = new ArrayList<>();
    private long timeNanos;
    private double rate;

    private Builder(double rate) {
      this.rate = rate;
    }

    /** Jumps to another rate here and now; the new value counts from this instant on. */
    public Builder jumpTo(double newRate) {
      rate = newRate;
      return this;
    }

    /**
     * Keeps the rate up to a time since the start of the run.
     *
     * @throws IllegalArgumentException if that lies before the end of the last piece
     */
    public Builder holdUntil(Duration until) {
      return rampTo(rate, until);
    }

    /**
     * Moves in a line to another rate, which is reached at a time since the start of the run; at
     * once if no time is left.
     *
     * @throws IllegalArgumentException if that lies before the end of the last piece
     */
    public Builder rampTo(double newRate, Duration until) {
      long untilNanos = until.toNanos();
      if (untilNanos < timeNanos) {
        throw new IllegalArgumentException(
            "until must not lie before %s, was %s".formatted(Duration.ofNanos(timeNanos), until));
      }
      if (untilNanos > timeNanos) {
        pieces.add(new Piece(timeNanos, rate, newRate));
      }
      timeNanos = untilNanos;
      rate = newRate;
      return this;
    }

    /** Builds the function, which keeps the last rate for ever. */
    public PiecewiseLinear build() {
      List<Piece> all = new ArrayList<>(pieces);
      all.add(new Piece(timeNanos, rate, rate));
      return new PiecewiseLinear(all);
    }
  }
}
