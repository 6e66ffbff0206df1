package io.headroom.autoscaling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The changes of a group's desired capacity that instances still wait for. A change in the other
 * direction first takes back what waits, the newest first.
 */
final class CapacityChanges {
  private final Deque<CapacityChange> open = new ArrayDeque<>();
  private final List<CapacityChange> unseen = new ArrayList<>();

  void add(CapacityChange change) {
    unseen.add(change);
    Iterator<CapacityChange> newestFirst = open.descendingIterator();
    while (newestFirst.hasNext() && change.waiting() > 0) {
      CapacityChange earlier = newestFirst.next();
      if (earlier.isIncrease() != change.isIncrease()) {
        change.giveUp(earlier.giveUp(change.waiting()));
      }
    }
    open.add(change);
    open.removeIf(each -> each.waiting() == 0);
  }

  /** Returns the changes since the last call, oldest first, for the cause of what follows. */
  List<CapacityChange> takeUnseen() {
    List<CapacityChange> taken = List.copyOf(unseen);
    unseen.clear();
    return taken;
  }

  /** Begins the oldest launch that waits; empty if no change of desired capacity asks for one. */
  Optional<CapacityChange> beginLaunch(int units) {
    return begin(true, units);
  }

  /** Begins the oldest termination that waits; empty if no change asks for one. */
  Optional<CapacityChange> beginTermination(int units) {
    return begin(false, units);
  }

  private Optional<CapacityChange> begin(boolean increase, int units) {
    Optional<CapacityChange> next =
        open.stream().filter(each -> each.isIncrease() == increase).findFirst();
    next.ifPresent(change -> change.begin(units));
    open.removeIf(each -> each.waiting() == 0);
    return next;
  }

  /** Puts an instance back that could not be launched. */
  void putBack(CapacityChange change, int units) {
    change.putBack(units);
    if (!open.contains(change)) {
      open.addFirst(change);
    }
  }

  /** Forgets what waits, once the actual capacity is the desired one. */
  void settle() {
    open.forEach(change -> change.giveUp(change.waiting()));
    open.clear();
  }
}
