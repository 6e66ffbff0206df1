package io.headroom.benchmarks.race;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One contestant in a JVM of its own: some runs to warm up, some measured ones, of which the one
 * with the middle time counts. Prints it as its last line.
 */
public final class Lap {
  static final String MARK = "lap: ";

  private Lap() {}

  /** Runs the lap; the arguments are the class of the field, the contestant and the rounds. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Field field =
        Class.forName(args[0]).asSubclass(Field.class).getDeclaredConstructor().newInstance();
    Rounds rounds = Rounds.parse(args[2]);
    Contestant contestant =
        field.contestants(rounds.share()).stream()
            .filter(each -> each.name().equals(args[1]))
            .findFirst()
            .orElseThrow();
    System.out.println(MARK + run(contestant, rounds).line());
  }

  static Result run(Contestant contestant, Rounds rounds) {
    for (int i = 0; i < rounds.warmups(); i++) {
      measure(contestant, rounds.clock());
    }
    List<Result> measured = new ArrayList<>();
    for (int i = 0; i < rounds.measured(); i++) {
      measured.add(measure(contestant, rounds.clock()));
    }
    measured.sort(Comparator.comparingDouble(Result::seconds));
    return measured.get(measured.size() / 2);
  }

  private static Result measure(Contestant contestant, Rounds.Clock clock) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long cpuNanos = threads.getCurrentThreadCpuTime();
    long before = threads.getCurrentThreadAllocatedBytes();
    Result result = contestant.run().get();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    if (clock == Rounds.Clock.THREAD && !contestant.timesItself()) {
      result = result.withSeconds((threads.getCurrentThreadCpuTime() - cpuNanos) / 1e9);
    }
    return Double.isNaN(result.bytes()) ? result.withBytes(allocated / result.units()) : result;
  }
}
