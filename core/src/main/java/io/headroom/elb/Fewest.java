package io.headroom.elb;

/**
 * The memory of a node that routes to the target with the fewest requests under way.
 *
 * <p>Where all requests under way have ends that are known, and are few on few targets, nobody has
 * to be told of an end: {@link Falls}. Otherwise the requests of each target are counted in {@link
 * Levels}, and ends that are known wait in {@link Notices} until the next choice, the only time at
 * which counts are looked at. Not thread-safe.
 */
final class Fewest implements Router {
  /** So many choices go by before it is asked again whether all ends are known. */
  private static final int PATIENCE = 1 << 10;

  private final Levels levels = new Levels();
  private final Notices notices = new Notices();
  private int[] targets = {};
  private int position;

  /** Whether requests stand in {@link #levels}, otherwise all of them in {@link #falls}. */
  private boolean isCounting = true;

  private Falls falls = new Falls(0);
  private int patience;

  /** The present, as far as this node knows it. */
  private long seenNanos;

  @Override
  public void rotation(int[] newTargets) {
    count();
    targets = newTargets;
    levels.rotation(newTargets);
    falls = new Falls(Math.min(targets.length, Falls.MOST_PLACES));
    stopCounting();
  }

  /** Returns whether requests under way may have ends that are not known. */
  boolean isCounting() {
    return isCounting;
  }

  @Override
  public int route(long nowNanos) {
    seenNanos = nowNanos;
    int from = position < targets.length ? position : 0;
    int place = isCounting ? nextCounted(from, nowNanos) : falls.next(from, nowNanos);
    position = place + 1 == targets.length ? 0 : place + 1;
    return targets[place];
  }

  private int nextCounted(int from, long nowNanos) {
    learn(nowNanos);
    int place = levels.next(from);
    if (--patience < 0) {
      stopCounting();
    }
    return place;
  }

  /** Counts the ends up to now. */
  private void learn(long nowNanos) {
    while (notices.isDue(nowNanos)) {
      levels.ended(notices.take());
    }
  }

  @Override
  public void sent(int target) {
    count();
    levels.sent(target);
  }

  @Override
  public void ended(int target) {
    levels.ended(target);
  }

  /** Learns that a request is sent to a target now, and when it will end. */
  void sent(int target, long nowNanos, long endNanos) {
    seenNanos = nowNanos;
    int place = levels.place(target);
    if (isCounting || place < 0) {
      count();
      learn(nowNanos);
      countKnown(target, endNanos);
    } else {
      long left = falls.add(place, nowNanos, endNanos);
      if (left > nowNanos) {
        count();
        countKnown(target, left);
      }
    }
  }

  private void countKnown(int target, long endNanos) {
    levels.sent(target);
    notices.add(seenNanos, endNanos, target);
  }

  /** Learns the end of one of the requests that were sent before. */
  void known(int target, long endNanos) {
    notices.add(seenNanos, endNanos, target);
  }

  /** Learns that the ends of the requests under way at a target are not known any more. */
  void unknown(int target, long nowNanos) {
    int place = levels.place(target);
    if (isCounting || (place >= 0 && falls.isUnderWay(place, nowNanos))) {
      seenNanos = nowNanos;
      count();
      learn(nowNanos);
      notices.forget(target);
    }
  }

  /** Begins to count, with what has not ended. */
  private void count() {
    if (!isCounting) {
      isCounting = true;
      patience = PATIENCE;
      falls.drain(seenNanos, (place, endNanos) -> countKnown(targets[place], endNanos));
    }
  }

  /** Needs no counts any more if all ends are known, and requests and targets are few. */
  private void stopCounting() {
    patience = PATIENCE;
    boolean allKnown = levels.underWay() == notices.size();
    if (allKnown && targets.length <= Falls.MOST_PLACES && levels.isPlaced(Falls.ROWS / 2)) {
      isCounting = false;
      notices.drain(this::takeBack);
    }
  }

  private void takeBack(int target, long endNanos) {
    levels.ended(target);
    falls.add(levels.place(target), seenNanos, endNanos);
  }
}
