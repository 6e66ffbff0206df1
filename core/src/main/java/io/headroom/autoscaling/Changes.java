package io.headroom.autoscaling;

import java.util.ArrayList;
import java.util.List;

/** Tells of each change of what one group is: of its sizes, its members and its orders. */
final class Changes {
  private final List<Runnable> listeners = new ArrayList<>();

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  void happened() {
    listeners.forEach(Runnable::run);
  }
}
