package io.headroom.ec2;

import io.headroom.sim.SimTime;
import java.util.List;

/**
 * What one instance has shown of itself: the readings at the start of its present period, and the
 * feeds that its data points go to. Not thread-safe.
 */
final class Meter {
  private static final double[] NOTHING = {0, 0, 0};

  private final Instance instance;
  private final List<Feed> feeds;
  private final Feed groupUse;
  private final Feed groupChecks;
  private final long intervalNanos;
  private long phaseNanos;
  private long sinceNanos;
  private long shownNanos;
  private long checkedNanos;
  private long busyNanos;
  private long bytesIn;
  private long bytesOut;
  private boolean impaired;
  private boolean counted;
  private boolean holdsChecks;

  /** The feeds of an instance: its own and the common ones, and those of its group. */
  record Feeds(List<Feed> always, Feed groupUse, Feed groupChecks) {}

  Meter(Instance instance, Feeds feeds) {
    this.instance = instance;
    this.feeds = feeds.always;
    groupUse = feeds.groupUse;
    groupChecks = feeds.groupChecks;
    intervalNanos = instance.configuration().monitoring().interval().toNanos();
    phaseNanos = phase(instance);
    sinceNanos = instance.runningNanos();
    impaired = instance.impaired();
    this.feeds.forEach(feed -> feed.join(this));
  }

  /** Basic monitoring has a phase of its own for each instance: the minute in which it started. */
  private static long phase(Instance instance) {
    return SimTime.floor(instance.runningNanos(), SimTime.MINUTE);
  }

  Instance instance() {
    return instance;
  }

  /** Returns whether the instance is as it was at its newest reading and has done nothing since. */
  boolean isQuiet(long nowNanos, boolean nowCounted) {
    Server server = instance.server();
    return isAsBefore()
        && counted == nowCounted
        && server.bytesIn() == bytesIn
        && server.bytesOut() == bytesOut
        && server.inFlight(nowNanos) == 0
        && server.busyNanos(nowNanos) == busyNanos;
  }

  /** Returns whether the instance still runs and passes or fails its checks as before. */
  boolean isAsBefore() {
    return isRunning() && instance.impaired() == impaired && phase(instance) == phaseNanos;
  }

  boolean isRunning() {
    return instance.state() == InstanceState.RUNNING;
  }

  /**
   * Records what was held back, and takes in whether the group counts the instance. Status checks
   * go on being held back while they have the same outcome, however busy the instance is.
   *
   * @param heldNanos the newest minute that may have been held back
   */
  void catchUp(long heldNanos, boolean nowCounted) {
    holdsChecks = isAsBefore() && counted == nowCounted;
    for (Feed feed : feeds) {
      release(feed, heldNanos);
    }
    release(groupUse, heldNanos);
    release(groupChecks, heldNanos);
    sinceNanos = Math.max(sinceNanos, boundaryNanos(heldNanos));
    phaseNanos = phase(instance);
    count(nowCounted);
  }

  private void release(Feed feed, long heldNanos) {
    if (!holdsChecks || feed.kind() == Feed.Kind.USE) {
      feed.releaseUntil(heldNanos);
    }
  }

  private void count(boolean nowCounted) {
    if (nowCounted && !counted) {
      groupUse.join(this);
      groupChecks.join(this);
    } else if (counted && !nowCounted) {
      groupUse.leave(this);
      groupChecks.leave(this);
    }
    counted = nowCounted;
  }

  /** Leaves all feeds; nothing is held back for this instance any more. */
  void stop() {
    feeds.forEach(feed -> feed.leave(this));
    count(false);
  }

  /** Records the minute that ends now but for checks held back, and the period if one ends. */
  void show(long nowNanos) {
    if (!holdsChecks) {
      impaired = instance.impaired();
      record(Feed.Kind.CHECKS, nowNanos - SimTime.MINUTE, checks());
      checkedNanos = nowNanos;
    }
    long elapsedNanos = nowNanos - sinceNanos;
    if (endsPeriod(nowNanos) && elapsedNanos != 0) {
      Server server = instance.server();
      long busy = server.busyNanos(nowNanos);
      double cpu = 100 * (busy - busyNanos) / ((double) elapsedNanos * server.busyUnits());
      double in = server.bytesIn() - bytesIn;
      double out = server.bytesOut() - bytesOut;
      record(Feed.Kind.USE, nowNanos - intervalNanos, new double[] {cpu, in, out});
      sinceNanos = nowNanos;
      busyNanos = busy;
      bytesIn = server.bytesIn();
      bytesOut = server.bytesOut();
    }
    shownNanos = nowNanos;
  }

  private void record(Feed.Kind kind, long timestampNanos, double[] values) {
    for (Feed feed : feeds) {
      if (feed.kind() == kind) {
        feed.record(timestampNanos, values);
      }
    }
    if (counted) {
      (kind == Feed.Kind.USE ? groupUse : groupChecks).record(timestampNanos, values);
    }
  }

  /** An impaired instance has lost its host or zone: that is the system's check. */
  private double[] checks() {
    double failed = impaired ? 1 : 0;
    return new double[] {failed, failed, 0};
  }

  /** Returns when the newest period had ended by a time. */
  private long boundaryNanos(long timeNanos) {
    return timeNanos - Math.floorMod(timeNanos - phaseNanos, intervalNanos);
  }

  private boolean endsPeriod(long nowNanos) {
    return (nowNanos - phaseNanos) % intervalNanos == 0;
  }

  /** Records a minute that was held back: checks as before, or no use at all. */
  void replay(Feed feed, long minuteNanos) {
    if (newestNanos(feed, minuteNanos) == minuteNanos) {
      boolean isUse = feed.kind() == Feed.Kind.USE;
      feed.record(
          minuteNanos - (isUse ? intervalNanos : SimTime.MINUTE), isUse ? NOTHING : checks());
    }
  }

  /** Returns the newest minute up to one in which the instance has something for the feed. */
  long newestNanos(Feed feed, long untilNanos) {
    if (feed.kind() == Feed.Kind.CHECKS) {
      return untilNanos > checkedNanos ? untilNanos : Long.MIN_VALUE;
    }
    long boundaryNanos = boundaryNanos(untilNanos);
    return boundaryNanos > Math.max(shownNanos, sinceNanos) ? boundaryNanos : Long.MIN_VALUE;
  }
}
