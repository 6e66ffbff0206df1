package io.headroom.cloudwatch;

import java.util.ArrayList;
import java.util.List;

/**
 * The actions that one alarm ran. Repeats while a state lasts make one entry, so that an alarm that
 * asks its policy each minute for a year is written down once. Not thread-safe.
 */
final class ActionLog {
  private final List<Entry> entries = new ArrayList<>();

  /** The place of the first entry of the current stay in a state. */
  private int current;

  /** Notes that a new state begins: what runs from now on makes new entries. */
  void begin() {
    current = entries.size();
  }

  int preload() {
    return current < entries.size() ? entries.get(current).times : 0;
  }

  void note(String action, AlarmState state, long nowNanos) {
    Entry entry = entry(action, state, nowNanos);
    entry.lastNanos = nowNanos;
    entry.times++;
  }

  /** Returns the entry of an action in the current stay, of which there are five at most. */
  private Entry entry(String action, AlarmState state, long nowNanos) {
    for (int i = current; i < entries.size(); i++) {
      if (entries.get(i).action.equals(action)) {
        return entries.get(i);
      }
    }
    Entry entry = new Entry(action, state, nowNanos);
    entries.add(entry);
    return entry;
  }

  List<AlarmActionRun> runs() {
    return entries.stream().map(Entry::run).toList();
  }

  /** An action in one stay in a state. */
  private static final class Entry {
    private final String action;
    private final AlarmState state;
    private final long firstNanos;
    private long lastNanos;
    private int times;

    Entry(String action, AlarmState state, long firstNanos) {
      this.action = action;
      this.state = state;
      this.firstNanos = firstNanos;
    }

    AlarmActionRun run() {
      return new AlarmActionRun(action, state, firstNanos, lastNanos, times);
    }
  }
}
