package io.headroom.elb;

import io.headroom.ec2.WinnerTree;
import io.headroom.sim.HotSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The streams of requests of a run: which arrives next, and which deadline is next. */
final class Sources {
  private final List<TrafficSource> all = new ArrayList<>();

  /** Next arrivals by number of the source; not kept up to date while there is only one. */
  private final WinnerTree arrivals = new WinnerTree();

  /** Next deadlines: two rings for each source. */
  private final WinnerTree deadlines = new WinnerTree();

  private boolean isAlone = true;
  private int next;
  private @Nullable TrafficSource nextSource;
  private long arrivalNanos = HotSource.NEVER;
  private long deadlineNanos = HotSource.NEVER;

  void add(TrafficSource source) {
    all.add(source);
    isAlone = all.size() == 1;
    for (int number = 0; number < all.size(); number++) {
      arrivals.set(number, all.get(number).nextNanos());
    }
    findNext();
  }

  List<TrafficSource> all() {
    return Collections.unmodifiableList(all);
  }

  /** Returns how many requests have arrived. */
  long arrived() {
    long sum = 0;
    for (TrafficSource source : all) {
      sum += source.arrived();
    }
    return sum;
  }

  /** Returns the source of the next arrival, null without any source. */
  @Nullable TrafficSource next() {
    return nextSource;
  }

  /** Returns when the next request arrives. */
  long arrivalNanos() {
    return arrivalNanos;
  }

  /** Learns that the source of the next arrival has moved on. */
  void moved(TrafficSource source) {
    if (isAlone) {
      arrivalNanos = source.nextNanos();
    } else {
      arrivals.set(next, source.nextNanos());
      findNext();
    }
  }

  private void findNext() {
    arrivalNanos = arrivals.nextNanos();
    next = arrivalNanos == HotSource.NEVER ? 0 : arrivals.nextSlot();
    nextSource = all.get(next);
  }

  /** Returns an instant before which nothing expires. */
  long deadlineNanos() {
    return deadlineNanos;
  }

  /** Learns that the next deadline of a ring has changed. */
  void planned(Deadlines ring) {
    deadlines.set(ring.number(), ring.nextNanos());
    deadlineNanos = deadlines.nextNanos();
  }

  /** Returns the ring of the next deadline; there must be one. */
  Deadlines dueDeadlines() {
    int ring = deadlines.nextSlot();
    TrafficSource source = ofRing(ring);
    return (ring & 1) == 0 ? source.waits() : source.connects();
  }

  /** Returns the source that a ring of deadlines belongs to. */
  TrafficSource ofRing(int ring) {
    return all.get(ring >>> 1);
  }

  /** Returns what becomes of requests whose deadline in a ring has passed. */
  Outcome outcome(Deadlines ring) {
    return (ring.number() & 1) == 0
        ? ofRing(ring.number()).timeoutOutcome()
        : Outcome.CONNECT_TIMEOUT;
  }
}
