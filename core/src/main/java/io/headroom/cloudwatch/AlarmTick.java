package io.headroom.cloudwatch;

import java.util.Arrays;

/**
 * The alarms that are evaluated at the same second, in the order in which they were added.
 *
 * <p>What an evaluation reads is spread over some twenty places, and with thousands of alarms none
 * of them is in the processor's cache a minute later. So the places of a batch of alarms are read
 * first: one alarm does not wait for another there, and their misses overlap. Not thread-safe.
 */
final class AlarmTick {
  private static final int BATCH = 32;

  /** Replaced, not changed, so that a listener may add and remove alarms while the tick goes on. */
  private ScheduledAlarm[] members = {};

  /** Written only, so that no compiler leaves out the reads. */
  long preloaded;

  void add(ScheduledAlarm alarm) {
    members = Arrays.copyOf(members, members.length + 1);
    members[members.length - 1] = alarm;
  }

  void remove(ScheduledAlarm alarm) {
    members = Arrays.stream(members).filter(each -> each != alarm).toArray(ScheduledAlarm[]::new);
  }

  /** Evaluates the alarms that are due, and runs what there is to run. */
  void run(long nowNanos) {
    ScheduledAlarm[] due = members;
    for (int from = 0; from < due.length; from += BATCH) {
      int end = Math.min(due.length, from + BATCH);
      preload(due, from, end);
      for (int i = from; i < end; i++) {
        due[i].tick(nowNanos);
      }
    }
  }

  private void preload(ScheduledAlarm[] due, int from, int end) {
    long sum = 0;
    for (int i = from; i < end; i++) {
      sum += due[i].preload();
    }
    preloaded = sum;
  }
}
