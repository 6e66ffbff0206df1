package io.headroom.benchmarks.race;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * One contestant in a JVM of its own. For each line that it reads it does its work once and prints
 * the result; it ends with its input.
 */
final class Lap {
  static final String MARK = "lap: ";

  private Lap() {}

  /** Runs; the arguments are the class of the field, the contestant and the rounds. */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    Field field =
        Class.forName(args[0]).asSubclass(Field.class).getDeclaredConstructor().newInstance();
    Rounds rounds = Rounds.parse(args[2]);
    Contestant contestant =
        field.contestants(rounds.share()).stream()
            .filter(each -> each.name().equals(args[1]))
            .findFirst()
            .orElseThrow();
    BufferedReader turns =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (turns.readLine() != null) {
      System.out.println(MARK + measure(contestant, rounds.clock()).line());
    }
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
