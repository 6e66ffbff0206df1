package io.headroom.cloudwatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the samples behind data points, and notes whether those of some point are unknown. */
final class SampleCollector implements Granules.Visitor {
  private final @Nullable SampleHistory history;
  private final List<SampleDistribution> parts;
  private boolean isComplete = true;

  /** Creates one that finds the samples of points with different values in a history, if any. */
  SampleCollector(@Nullable SampleHistory history, List<SampleDistribution> parts) {
    this.history = history;
    this.parts = parts;
  }

  @Override
  public void point(long startNanos, Chunk chunk, int place) {
    SampleDistribution samples = samples(startNanos, chunk, place);
    // Fewer samples than the point counts: a set of different values came without them.
    if (samples == null || samples.statistics().sampleCount() != chunk.count(place)) {
      isComplete = false;
    } else {
      parts.add(samples);
    }
  }

  boolean isComplete() {
    return isComplete;
  }

  private @Nullable SampleDistribution samples(long startNanos, Chunk chunk, int place) {
    if (!chunk.isFlat(place)) {
      return history == null ? null : history.at(startNanos);
    }
    double count = chunk.count(place);
    return count < 1 ? null : SampleDistribution.constant(chunk.minimum(place), (long) count);
  }
}
