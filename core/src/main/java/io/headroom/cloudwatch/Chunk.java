package io.headroom.cloudwatch;

import java.util.Arrays;

/**
 * The data points of 64 neighbouring granules, in one array.
 *
 * <p>As long as each point holds one sample, one number tells all four of it. From the first point
 * on that holds more, each takes a {@link Quad}. Which granules have a point is a bit set.
 */
final class Chunk {
  static final int SHIFT = 6;
  static final int GRANULES = 1 << SHIFT;

  private long number;
  private long present;
  private double[] numbers = {};

  /** Begins anew without points, in the form that another chunk has. */
  Chunk begin(long newNumber, boolean quads) {
    int length = quads ? GRANULES * Quad.SIZE : GRANULES;
    if (numbers.length != length) {
      numbers = new double[length];
    }
    number = newNumber;
    present = 0;
    return this;
  }

  /** Returns the number of the chunk: its first granule has 64 times that number. */
  long number() {
    return number;
  }

  boolean isEmpty() {
    return present == 0;
  }

  /** Returns whether a point may hold more than one sample. */
  boolean hasQuads() {
    return numbers.length > GRANULES;
  }

  /** Returns the place that a granule has in its chunk. */
  static int place(long granule) {
    return (int) granule & (GRANULES - 1);
  }

  /** Returns the places of the points of granules from one to another, both included, as bits. */
  long places(long first, long last) {
    long start = number << SHIFT;
    if (first >= start + GRANULES || last < start) {
      return 0;
    }
    long from = first <= start ? -1L : -1L << place(first);
    long to = last >= start + GRANULES ? -1L : -1L >>> (GRANULES - 1 - place(last));
    return present & from & to;
  }

  /** Returns the granule of the first point; there must be one. */
  long first() {
    return (number << SHIFT) + Long.numberOfTrailingZeros(present);
  }

  /** Forgets the points at places that a bit set names. */
  void remove(long places) {
    present &= ~places;
  }

  /** Touches the newest point. */
  long preload() {
    int last = GRANULES - 1 - Long.numberOfLeadingZeros(present);
    return has(last) && count(last) + minimum(last) > 0 ? 1 : 0;
  }

  private boolean has(int place) {
    return (present >>> place & 1) != 0;
  }

  /** Returns whether a point will hold different values once these have joined it. */
  boolean willDiffer(int place, double minimum, double maximum) {
    return minimum != maximum
        || (has(place) && (minimum(place) != minimum || maximum(place) != maximum));
  }

  /** Returns whether there is a point whose samples all have one value. */
  boolean isFlat(int place) {
    return has(place) && minimum(place) == maximum(place);
  }

  /** Returns how many samples a point holds. */
  double count(int place) {
    return hasQuads() ? numbers[place * Quad.SIZE] : 1;
  }

  double minimum(int place) {
    return hasQuads() ? numbers[place * Quad.SIZE + 2] : numbers[place];
  }

  double maximum(int place) {
    return hasQuads() ? numbers[place * Quad.SIZE + 3] : numbers[place];
  }

  /** Adds a sample to the point at a place, made if new. */
  void add(int place, double value) {
    if (hasQuads() || has(place)) {
      int at = quad(place);
      Quad.merge(numbers, at, value);
    } else {
      numbers[place] = value;
      present |= 1L << place;
    }
  }

  /** Adds samples to the point at a place, made if new. */
  void add(int place, StatisticSet set) {
    int at = quad(place);
    Quad.merge(numbers, at, set);
  }

  /** Adds a point of another chunk to the one at a place, made if new. */
  void add(int place, Chunk from, int fromPlace) {
    int at = quad(place);
    from.addTo(numbers, at, fromPlace);
  }

  /** Adds the point at a place to a quad in another array. */
  void addTo(double[] quads, int to, int place) {
    if (hasQuads()) {
      Quad.merge(quads, to, numbers, place * Quad.SIZE);
    } else {
      Quad.merge(quads, to, numbers[place]);
    }
  }

  /** Returns where the quad of a place begins, made if new. */
  private int quad(int place) {
    if (!hasQuads()) {
      widen();
    }
    int at = place * Quad.SIZE;
    if (!has(place)) {
      Arrays.fill(numbers, at, at + Quad.SIZE, 0);
      present |= 1L << place;
    }
    return at;
  }

  private void widen() {
    double[] wide = new double[GRANULES * Quad.SIZE];
    for (long left = present; left != 0; left &= left - 1) {
      int place = Long.numberOfTrailingZeros(left);
      addTo(wide, place * Quad.SIZE, place);
    }
    numbers = wide;
  }
}
