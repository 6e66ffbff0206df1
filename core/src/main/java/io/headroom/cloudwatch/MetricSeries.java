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
  private final Publication publication;
  private final long lagNanos;
  private final Granules finest;
  private final List<Retention> retentions;

  /** The tiers that follow upon the finest, each made when the first data point reaches it. */
  private List<Granules> longer = List.of();

  private @Nullable SampleHistory history;
  private @Nullable HeldBack heldBack;
  private long missedExpiryNanos = Long.MIN_VALUE;

  MetricSeries(MetricStore store, Publication publication) {
    this.store = store;
    this.publication = publication;
    lagNanos = publication.interval().plus(publication.delay()).toNanos();
    retentions = Retention.from(publication.granularity().toNanos());
    finest = granules(0);
  }

  /** Returns how the samples are delivered. */
  Publication publication() {
    return publication;
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
    long granule = granule(timestampNanos);
    Chunk chunk = finest.open(granule);
    int place = Chunk.place(granule);
    if (chunk.willDiffer(place, value, value)) {
      long startNanos = finest.startOf(granule);
      splitFlat(startNanos, chunk, place).add(startNanos, value, 1);
    }
    chunk.add(place, value);
  }

  /**
   * Records samples that are known by their four numbers; percentiles exist for the data point only
   * if each set that joins it has equal samples.
   *
   * @param timestampNanos the start of what the samples measure, in nanoseconds since the start
   */
  public void record(long timestampNanos, StatisticSet set) {
    long granule = granule(timestampNanos);
    Chunk chunk = finest.open(granule);
    int place = Chunk.place(granule);
    if (chunk.willDiffer(place, set.minimum(), set.maximum())) {
      long startNanos = finest.startOf(granule);
      SampleHistory samples = splitFlat(startNanos, chunk, place);
      if (set.minimum() == set.maximum()) {
        addEqual(samples, startNanos, set.minimum(), set.sampleCount());
      }
    }
    chunk.add(place, set);
  }

  /**
   * Records samples with their values.
   *
   * @param timestampNanos the start of what the samples measure, in nanoseconds since the start
   */
  public void record(long timestampNanos, SampleDistribution samples) {
    StatisticSet set = samples.statistics();
    long granule = granule(timestampNanos);
    Chunk chunk = finest.open(granule);
    int place = Chunk.place(granule);
    if (chunk.willDiffer(place, set.minimum(), set.maximum())) {
      long startNanos = finest.startOf(granule);
      splitFlat(startNanos, chunk, place).add(startNanos, samples);
    }
    chunk.add(place, set);
  }

  private long granule(long timestampNanos) {
    store.reached(timestampNanos);
    return finest.granule(timestampNanos);
  }

  /**
   * Writes down the samples of a data point if they were all equal up to now, and returns the
   * history to which the samples that differ have to be added.
   */
  private SampleHistory splitFlat(long startNanos, Chunk chunk, int place) {
    SampleHistory samples = history == null ? new SampleHistory() : history;
    history = samples;
    samples.expire(finest.lastNanos() - store.samplesKeptNanos());
    if (chunk.isFlat(place)) {
      addEqual(samples, startNanos, chunk.minimum(place), chunk.count(place));
    }
    return samples;
  }

  /** Writes down equal samples; a part of a sample has no place in a distribution. */
  private static void addEqual(SampleHistory to, long startNanos, double value, double count) {
    if (count >= 1) {
      to.add(startNanos, value, (long) count);
    }
  }

  /** Returns whether any data point is held. */
  boolean hasData() {
    return isAnyRecorded() || (heldBack != null && !heldBack.isEmpty());
  }

  private boolean isAnyRecorded() {
    if (!finest.isEmpty()) {
      return true;
    }
    for (int tier = 0; tier < longer.size(); tier++) {
      if (!longer.get(tier).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Adds the data points that are visible to the buckets that they lie in. */
  void addTo(Buckets buckets, long asOfNanos) {
    settle();
    long lastNanos = Math.min(buckets.endNanos() - 1, asOfNanos - lagNanos);
    for (int tier = longer.size() - 1; tier >= 0; tier--) {
      longer.get(tier).visit(buckets.fromNanos(), lastNanos, buckets);
    }
    finest.visit(buckets.fromNanos(), lastNanos, buckets);
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
    finest.visit(fromNanos, lastNanos, collector);
    longer.forEach(tier -> tier.visit(fromNanos, lastNanos, collector));
    return collector.isComplete();
  }

  long preload() {
    return finest.preload() + lagNanos;
  }

  /** Returns how often data points before the newest one may have changed. */
  long rewrites() {
    settle();
    return finest.rewrites();
  }

  /**
   * Returns the time up to which a read at an instant saw data points that will not change, unless
   * they are {@linkplain #rewrites rewritten}: the start of the newest one or of the first one that
   * was not visible yet.
   */
  long settledNanos(long asOfNanos) {
    settle();
    if (finest.isEmpty()) {
      return Long.MIN_VALUE;
    }
    return Math.min(finest.lastNanos(), finest.endOf(asOfNanos - lagNanos));
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
    for (int i = 0; i <= longer.size(); i++) {
      long horizonNanos = retentions.get(i).horizonNanos(nowNanos);
      if (tier(i).hasBefore(horizonNanos)) {
        tier(i).expire(horizonNanos, i + 1 < retentions.size() ? tier(i + 1) : null);
      }
    }
  }

  /** Returns a tier, counted from the finest, made if it is the next one. */
  private Granules tier(int number) {
    if (number == 0) {
      return finest;
    }
    if (number > longer.size()) {
      longer = new ArrayList<>(longer);
      longer.add(granules(number));
    }
    return longer.get(number - 1);
  }
}
