package io.headroom.benchmarks.race;

/**
 * How much a race measures.
 *
 * @param rounds how many JVMs each contestant gets, one after another
 * @param warmups runs in each JVM before those that are measured
 * @param measured runs in each JVM of which the middle one counts
 * @param share how much of the full work each run does, in (0, 1]
 * @param clock what time is measured
 */
public record Rounds(int rounds, int warmups, int measured, double share, Clock clock) {
  /** Enough to see that everything works. */
  public static final Rounds QUICK = new Rounds(1, 0, 1, 0.1, Clock.WALL);

  /**
   * Enough for a figure: five rounds of four runs to warm up and three that count. After two,
   * methods of Headroom are still being compiled, where a bare loop has been for long.
   */
  public static final Rounds FULL = new Rounds(5, 4, 3, 1, Clock.WALL);

  /** What time counts. */
  public enum Clock {
    /** That on the wall, which other processes spoil. */
    WALL,
    /** That which the measuring thread spent on a processor: no waiting, no garbage collection. */
    THREAD
  }

  /** Returns a copy that measures another time. */
  public Rounds by(Clock newClock) {
    return new Rounds(rounds, warmups, measured, share, newClock);
  }

  /** Returns a copy with a single JVM for each contestant. */
  public Rounds single() {
    return new Rounds(1, warmups, measured, share, clock);
  }

  /** Returns a copy with a single measured run in each JVM, for work that takes long. */
  public Rounds once() {
    return new Rounds(rounds, 0, 1, share, clock);
  }

  /** Returns {@code 5 2 3 1.0 WALL} for five rounds of two and three runs of the full work. */
  String line() {
    return "%d %d %d %s %s".formatted(rounds, warmups, measured, share, clock);
  }

  /** Reads what {@link #line} writes. */
  static Rounds parse(String line) {
    String[] parts = line.split(" ", -1);
    return new Rounds(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Double.parseDouble(parts[3]),
        Clock.valueOf(parts[4]));
  }
}
