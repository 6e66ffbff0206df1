package io.headroom.benchmarks;

import io.headroom.sim.EventHandle;
import io.headroom.sim.EventQueue;
import io.headroom.sim.Phase;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The queue of control events in the hold model: one operation takes the earliest of the pending
 * events and puts in a new one, an exponential delay later. The baseline is the JDK's priority
 * queue with the same order.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EventQueueBenchmark {

  /** The queue under test, filled. */
  @State(Scope.Thread)
  public static class Queue {
    @Param({"10", "1000", "100000"})
    int pending;

    private final Delays delays = new Delays();
    private final EventQueue events = new EventQueue();

    /** Fills the queue. */
    @Setup
    public void fill() {
      for (int i = 0; i < pending; i++) {
        add(0);
      }
    }

    private void add(long nowNanos) {
      events.add(nowNanos + delays.next(), Phase.WORLD, "hold", EventQueueBenchmark::nothing);
    }
  }

  /** The baseline, filled. */
  @State(Scope.Thread)
  public static class Baseline {
    @Param({"10", "1000", "100000"})
    int pending;

    private final Delays delays = new Delays();
    private final PriorityQueue<Event> events = new PriorityQueue<>(Event.ORDER);
    private long sequence;

    /** Fills the queue. */
    @Setup
    public void fill() {
      for (int i = 0; i < pending; i++) {
        add(0);
      }
    }

    private void add(long nowNanos) {
      events.add(
          new Event(
              nowNanos + delays.next(), Phase.WORLD, sequence++, EventQueueBenchmark::nothing));
    }
  }

  private record Event(long timeNanos, Phase phase, long sequence, Runnable action) {
    static final Comparator<Event> ORDER =
        Comparator.comparingLong(Event::timeNanos)
            .thenComparing(Event::phase)
            .thenComparingLong(Event::sequence);
  }

  /** Takes the earliest event and puts in a new one. */
  @Benchmark
  public EventHandle eventQueue(Queue queue) {
    EventHandle event = queue.events.poll();
    queue.add(event.timeNanos());
    return event;
  }

  /** Does the same with the JDK's queue. */
  @Benchmark
  public Object priorityQueue(Baseline baseline) {
    Event event = baseline.events.remove();
    baseline.add(event.timeNanos());
    return event;
  }

  private static void nothing() {}
}
