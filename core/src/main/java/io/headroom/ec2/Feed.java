package io.headroom.ec2;

import io.headroom.cloudwatch.HeldBack;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The series of one dimension set, and the instances that feed them. An instance that does nothing
 * holds its data points back, and every instance those of its status checks while they do not
 * change: they are recorded, minute by minute, when somebody reads a series or before another
 * instance records to it.
 */
final class Feed implements HeldBack {
  private final Kind kind;
  private final List<MetricSeries> series;
  private final LongSupplier newestNanos;
  private final List<Meter> meters = new ArrayList<>();
  private long releasedNanos;

  /** What the series measure. */
  enum Kind {
    /** CPU and network, by the period of the monitoring mode. */
    USE,
    /** Status checks, by the minute. */
    CHECKS
  }

  /**
   * Creates a feed without instances.
   *
   * @param kind what the series measure
   * @param series where data points go
   * @param newestNanos the newest minute that has been published or held back
   */
  Feed(Kind kind, List<MetricSeries> series, LongSupplier newestNanos) {
    this.kind = kind;
    this.series = series;
    this.newestNanos = newestNanos;
    releasedNanos = newestNanos.getAsLong();
    series.forEach(each -> each.heldBackBy(this));
  }

  Kind kind() {
    return kind;
  }

  void join(Meter meter) {
    release();
    meters.add(meter);
  }

  void leave(Meter meter) {
    release();
    meters.remove(meter);
  }

  void record(long timestampNanos, double[] values) {
    for (int i = 0; i < values.length; i++) {
      series.get(i).record(timestampNanos, values[i]);
    }
  }

  @Override
  public boolean isEmpty() {
    long untilNanos = newestNanos.getAsLong();
    if (releasedNanos >= untilNanos) {
      return true;
    }
    for (Meter meter : meters) {
      if (meter.newestNanos(this, untilNanos) > releasedNanos) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void release() {
    releaseUntil(newestNanos.getAsLong());
  }

  /** Records what was held back up to a minute, in the order in which it would have been. */
  void releaseUntil(long untilNanos) {
    for (long nanos = releasedNanos + SimTime.MINUTE; nanos <= untilNanos; ) {
      for (int i = 0; i < meters.size(); i++) {
        meters.get(i).replay(this, nanos);
      }
      nanos += SimTime.MINUTE;
    }
    releasedNanos = Math.max(releasedNanos, untilNanos);
  }
}
