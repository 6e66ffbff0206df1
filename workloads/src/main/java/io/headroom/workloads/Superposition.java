package io.headroom.workloads;

import io.headroom.sim.RandomStreams;
import io.headroom.workload.Arrivals;
import io.headroom.workload.Workload;
import java.util.List;

/**
 * The workload of all requests of several others, each with random streams of its own. Costs a
 * comparison for each part and arrival.
 *
 * @param name the name for reports
 * @param parts the workloads that are laid over each other
 */
public record Superposition(String name, List<Workload> parts) implements Workload {
  /** Copies the parts and checks that there is one. */
  public Superposition {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must not be empty");
    }
  }

  /** Returns the superposition of these workloads. */
  public static Superposition of(Workload... parts) {
    return new Superposition("superposition", List.of(parts));
  }

  @Override
  public Arrivals open(RandomStreams random, long horizonNanos) {
    Source[] sources = new Source[parts.size()];
    for (int i = 0; i < sources.length; i++) {
      RandomStreams own = random.within("superposition#" + i);
      sources[i] = new Source(parts.get(i).open(own, horizonNanos));
    }
    return times -> merge(sources, times);
  }

  private static int merge(Source[] sources, long[] times) {
    for (int filled = 0; filled < times.length; filled++) {
      Source first = first(sources);
      if (first.nextNanos == Long.MAX_VALUE) {
        return filled;
      }
      times[filled] = first.nextNanos;
      first.advance();
    }
    return times.length;
  }

  private static Source first(Source[] sources) {
    Source first = sources[0];
    for (Source source : sources) {
      if (source.nextNanos < first.nextNanos) {
        first = source;
      }
    }
    return first;
  }

  @Override
  public double requestsPerSecond(long timeNanos) {
    return parts.stream().mapToDouble(part -> part.requestsPerSecond(timeNanos)).sum();
  }

  /** The arrivals of one part and the next of them; the end of time when there are no more. */
  private static final class Source {
    private final Arrivals arrivals;
    private final long[] buffer = new long[256];
    private int position;
    private int filled;
    private long nextNanos;

    Source(Arrivals arrivals) {
      this.arrivals = arrivals;
      advance();
    }

    void advance() {
      if (position == filled) {
        position = 0;
        filled = arrivals.next(buffer);
      }
      nextNanos = filled == 0 ? Long.MAX_VALUE : buffer[position++];
    }
  }
}
