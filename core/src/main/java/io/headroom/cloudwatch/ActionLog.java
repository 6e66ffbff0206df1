package io.headroom.cloudwatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The actions that one alarm ran. Repeats while a state lasts make one entry, so that an alarm that
 * asks its policy each minute for a year is written down once. Not thread-safe.
 */
final class ActionLog {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Entry> current = new LinkedHashMap<>();

  /** Notes that a new state begins: what runs from now on makes new entries. */
  void begin() {
    current.clear();
  }

  void note(String action, AlarmState state, long nowNanos) {
    Entry entry = current.get(action);
    if (entry == null) {
      entry = new Entry(action, state, nowNanos);
      current.put(action, entry);
      entries.add(entry);
    }
    entry.lastNanos = nowNanos;
    entry.times++;
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
