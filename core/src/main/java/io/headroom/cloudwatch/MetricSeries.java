package io.headroom.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The samples that arrive for one metric in one unit by one publication.
 *
 * <p>Publishers of one identity share it: the service does not know who published a sample. A
 * sample belongs to the granule that holds its timestamp. Recording a sample costs O(1) on average
 * and makes no object; arrays grow until they hold what is kept. Not thread-safe.
 */
public final class MetricSeries {
  private final MetricStore store;
  private final long lagNanos;
  private final List<Granules> tiers = new ArrayList<>(1);
  private final List<Retention> retentions;
  private final SampleHistory history = new SampleHistory();
  private @Nullable HeldBack heldBack;
  private long missedExpiryNanos = Long.MIN_VALUE;

  MetricSeries(MetricStore store, Publication publication) {
    this.store = store;
    lagNanos = publication.interval().plus(publication.delay()).toNanos();
    retentions = Retention.from(publication.granularity().toNanos());
    tiers.add(granules(0));
  }

  private Granules granules(int tier) {
    return new Granules(retentions.get(tier).granuleNanos(), store.settings().start());
  }

  /** Sets what a publisher holds back until this series is read; it must release it in order. */
  public void heldBackBy(HeldBack publisher) {
    heldBack = publisher;
  }

  /** Brings the series to where it were if its publisher had held nothing back. */
  private void settle() {
    if (heldBack != null) {
      heldBack.release();
    }
    if (missedExpiryNanos != Long.MIN_VALUE) {
      rollUp(missedExpiryNanos);
      missedExpiryNanos = Long.MIN_VALUE;
    }
  }

  /**
   * Records one sample.
   *
   * @param timestampNanos the start of what the sample measures, in nanoseconds since the start
   * @throws IllegalArgumentException if the value is not finite or outside ±2^360
   */
  public void record(long timestampNanos, double value) {
    Samples.check("value", value);
    int slot = slot(timestampNanos);
    if (willDiffer(slot, value, value)) {
      history.add(splitFlat(timestampNanos, slot), value, 1);
    }
    Quad.merge(finest().quads(), slot, value);
  }

  /**
   * Records samples that are known by their four numbers; percentiles exist for the data point only
   * if each set that joins it has equal samples.
   *
   * @param timestampNanos the start of what the samples measure, in nanoseconds since the start
   */
  public void record(long timestampNanos, StatisticSet set) {
    int slot = slot(timestampNanos);
    if (willDiffer(slot, set.minimum(), set.maximum())) {
      long startNanos = splitFlat(timestampNanos, slot);
      if (set.minimum() == set.maximum()) {
        addEqual(startNanos, set.minimum(), set.sampleCount());
      }
    }
    Quad.merge(finest().quads(), slot, set);
  }

  /**
   * Records samples with their values.
   *
   * @param timestampNanos the start of what the samples measure, in nanoseconds since the start
   */
  public void record(long timestampNanos, SampleDistribution samples) {
    StatisticSet set = samples.statistics();
    int slot = slot(timestampNanos);
    if (willDiffer(slot, set.minimum(), set.maximum())) {
      history.add(splitFlat(timestampNanos, slot), samples);
    }
    Quad.merge(finest().quads(), slot, set);
  }

  private int slot(long timestampNanos) {
    store.reached(timestampNanos);
    return finest().slot(finest().granuleOf(timestampNanos));
  }

  private Granules finest() {
    return tiers.get(0);
  }

  /** Returns whether the data point will hold different values once these have joined it. */
  private boolean willDiffer(int slot, double minimum, double maximum) {
    double[] quads = finest().quads();
    boolean isEmpty = quads[slot] == 0;
    return minimum != maximum
        || (!isEmpty && (quads[slot + 2] != minimum || quads[slot + 3] != maximum));
  }

  /**
   * Writes down the samples of a data point if they were all equal up to now, and returns the start
   * of its granule.
   */
  private long splitFlat(long timestampNanos, int slot) {
    history.expire(finest().lastNanos() - store.samplesKeptNanos());
    long startNanos = finest().granuleOf(timestampNanos);
    double[] quads = finest().quads();
    if (quads[slot] > 0 && Quad.isFlat(quads, slot)) {
      addEqual(startNanos, quads[slot + 2], quads[slot]);
    }
    return startNanos;
  }

  /** Writes down equal samples; a part of a sample has no place in a distribution. */
  private void addEqual(long startNanos, double value, double count) {
    if (count >= 1) {
      history.add(startNanos, value, (long) count);
    }
  }

  /** Returns whether any data point is held. */
  boolean hasData() {
    return isAnyRecorded() || (heldBack != null && !heldBack.isEmpty());
  }

  private boolean isAnyRecorded() {
    for (int tier = 0; tier < tiers.size(); tier++) {
      if (!tiers.get(tier).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Adds the data points that are visible to the buckets that they lie in. */
  void addTo(Buckets buckets, long asOfNanos) {
    settle();
    for (int tier = tiers.size() - 1; tier >= 0; tier--) {
      tiers.get(tier).addTo(buckets, asOfNanos - lagNanos);
    }
  }

  /**
   * Adds the samples of the visible data points of [from, to) to a list.
   *
   * @return whether all of them are known
   */
  boolean addTo(List<SampleDistribution> parts, long fromNanos, long toNanos, long asOfNanos) {
    settle();
    long lastNanos = Math.min(toNanos - 1, asOfNanos - lagNanos);
    var collector = new SampleCollector(history, parts);
    tiers.forEach(tier -> tier.visit(fromNanos, lastNanos, collector));
    return collector.isComplete();
  }

  /** Returns how often data points before the newest one may have changed. */
  long rewrites() {
    settle();
    return finest().rewrites();
  }

  /**
   * Returns the time up to which a read at an instant saw data points that will not change, unless
   * they are {@linkplain #rewrites rewritten}: the start of the newest one or of the first one that
   * was not visible yet.
   */
  long settledNanos(long asOfNanos) {
    settle();
    if (finest().isEmpty()) {
      return Long.MIN_VALUE;
    }
    long hiddenNanos = finest().granuleOf(asOfNanos - lagNanos) + retentions.get(0).granuleNanos();
    return Math.min(finest().lastNanos(), hiddenNanos);
  }

  /** Rolls up and forgets what has reached its age, after what is held back has been recorded. */
  void expire(long nowNanos) {
    if (heldBack == null || heldBack.isEmpty()) {
      rollUp(nowNanos);
    } else {
      missedExpiryNanos = nowNanos;
    }
  }

  private void rollUp(long nowNanos) {
    for (int i = 0; i < tiers.size(); i++) {
      long horizonNanos = retentions.get(i).horizonNanos(nowNanos);
      if (tiers.get(i).hasBefore(horizonNanos)) {
        tiers.get(i).expire(horizonNanos, longer(i));
      }
    }
  }

  /** Returns the tier after another, made when the first data point reaches it. */
  private @Nullable Granules longer(int tier) {
    int next = tier + 1;
    if (next == retentions.size()) {
      return null;
    }
    if (next == tiers.size()) {
      tiers.add(granules(next));
    }
    return tiers.get(next);
  }
}
