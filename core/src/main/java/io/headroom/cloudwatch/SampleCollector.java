package io.headroom.cloudwatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the samples behind data points, and notes whether those of some point are unknown. */
final class SampleCollector implements Granules.Visitor {
  private final SampleHistory history;
  private final List<SampleDistribution> parts;
  private boolean isComplete = true;

  SampleCollector(SampleHistory history, List<SampleDistribution> parts) {
    this.history = history;
    this.parts = parts;
  }

  @Override
  public void point(long startNanos, double[] quads, int at) {
    SampleDistribution samples = samples(startNanos, quads, at);
    // Fewer samples than the point counts: a set of different values came without them.
    if (samples == null || samples.statistics().sampleCount() != quads[at]) {
      isComplete = false;
    } else {
      parts.add(samples);
    }
  }

  boolean isComplete() {
    return isComplete;
  }

  private @Nullable SampleDistribution samples(long startNanos, double[] quads, int at) {
    if (!Quad.isFlat(quads, at)) {
      return history.at(startNanos);
    }
    return quads[at] < 1 ? null : SampleDistribution.constant(quads[at + 2], (long) quads[at]);
  }
}
