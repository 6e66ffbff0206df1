package io.headroom.autoscaling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The decisions of all groups of one run, in order of time.
 *
 * <p>A decision that changed nothing, for the same obstacles as the one before it of the same
 * policy and alarm and at the same desired capacity, only adds to the count of that entry, which
 * keeps what the first one saw. So an alarm that fires each minute for a year in vain makes one
 * entry.
 */
final class Ledger {
  private final List<LedgerEntry> entries = new ArrayList<>();
  private final Map<Writer, Integer> newest = new HashMap<>();

  /** Whose entries follow each other. */
  private record Writer(String group, String policy) {}

  /** Returns the entries as they stand; a view. */
  List<LedgerEntry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** Writes a decision down, or counts it as a repetition of the one before. */
  void record(LedgerEntry entry) {
    if (!repeats(entry)) {
      append(entry);
    }
  }

  /** Counts a decision as a repetition of the one before if it is one. */
  private boolean repeats(LedgerEntry entry) {
    Integer last = newest.get(writer(entry));
    if (last == null || !isRepeat(entries.get(last), entry)) {
      return false;
    }
    entries.set(last, entries.get(last).repeatedAt(entry.timeNanos()));
    return true;
  }

  /**
   * Writes a decision down, or counts it as a repetition of the one before.
   *
   * @param entry the decision without what it saw
   * @param saw tells what it saw; not asked for a repetition
   */
  void record(LedgerEntry entry, Supplier<String> saw) {
    if (!repeats(entry)) {
      append(entry.seeing(saw.get()));
    }
  }

  /** Writes a decision down that has an effect although it leaves the desired capacity alone. */
  void append(LedgerEntry entry) {
    newest.put(writer(entry), entries.size());
    entries.add(entry);
  }

  private static Writer writer(LedgerEntry entry) {
    return new Writer(entry.group(), entry.policy());
  }

  private static boolean isRepeat(LedgerEntry old, LedgerEntry entry) {
    return entry.obstacles().equals(old.obstacles())
        && entry.alarm().equals(old.alarm())
        && entry.desiredBefore() == entry.desiredAfter()
        && old.desiredBefore() == old.desiredAfter()
        && entry.desiredBefore() == old.desiredBefore();
  }
}
