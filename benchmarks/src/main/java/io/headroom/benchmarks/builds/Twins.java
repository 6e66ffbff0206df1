package io.headroom.benchmarks.builds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * One case of both builds in this JVM. They take turns, A B, B A, A B, ..., in the warm-up too, and
 * neither goes first more often than the other by more than one.
 */
final class Twins {
  static final String MARK = "twins: ";
  static final String TROUBLE = "trouble: ";

  private final List<Build> builds;
  private final List<Callable<Map<String, Double>>> works = new ArrayList<>();
  private final int first;

  /**
   * Loads a case of both.
   *
   * @param first which of them is loaded first and starts, 0 or 1
   */
  Twins(Path before, Path after, String name, double share, int first) throws BadInputException {
    Build one = Build.load(first == 0 ? before : after);
    Build other = Build.load(first == 0 ? after : before);
    this.builds = first == 0 ? List.of(one, other) : List.of(other, one);
    this.first = first;
    for (Build build : builds) {
      Callable<Map<String, Double>> work = build.cases(share).get(name);
      if (work == null) {
        throw new BadInputException("%s: has no case %s".formatted(build.jar(), name));
      }
      works.add(work);
    }
  }

  /**
   * Runs a round; the arguments are both jars, the case, the share, the runs to warm up, the pairs
   * that count, and who is first.
   */
  public static void main(String[] args) throws IOException {
    try {
      Effort effort =
          new Effort(
              Double.parseDouble(args[3]), Integer.parseInt(args[4]), Integer.parseInt(args[5]));
      Twins twins =
          new Twins(
              Path.of(args[0]),
              Path.of(args[1]),
              args[2],
              effort.share(),
              Integer.parseInt(args[6]));
      System.out.println(MARK + new ObjectMapper().writeValueAsString(twins.round(effort)));
    } catch (BadInputException problem) {
      System.out.println(TROUBLE + problem.getMessage());
    }
  }

  Round round(Effort effort) throws BadInputException {
    List<Pair> pairs = new ArrayList<>();
    for (int turn = 0; turn < effort.warmups() + effort.pairs(); turn++) {
      Pair pair = pair((first + turn) % 2);
      if (turn >= effort.warmups()) {
        pairs.add(pair);
      }
    }
    return new Round(pairs);
  }

  private Pair pair(int starts) throws BadInputException {
    Sample one = sample(starts);
    Sample other = sample(1 - starts);
    return starts == 0 ? new Pair(one, other) : new Pair(other, one);
  }

  private Sample sample(int which) throws BadInputException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // What the other one left behind is not to be cleared away in the time of this one.
    System.gc();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long wallNanos = System.nanoTime();
    long cpuNanos = threads.getCurrentThreadCpuTime();
    Map<String, Double> figures = run(which);
    cpuNanos = threads.getCurrentThreadCpuTime() - cpuNanos;
    wallNanos = System.nanoTime() - wallNanos;
    bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
    return new Sample(cpuNanos / 1e9, wallNanos / 1e9, bytes, figures);
  }

  private Map<String, Double> run(int which) throws BadInputException {
    try {
      return builds.get(which).within(works.get(which));
    } catch (Exception | LinkageError problem) {
      throw new BadInputException("%s: %s".formatted(builds.get(which).jar(), problem));
    }
  }
}
