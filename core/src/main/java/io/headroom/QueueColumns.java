package io.headroom;

import io.headroom.sim.SimTime;
import io.headroom.sqs.QueueStatus;
import io.headroom.sqs.Queues;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of the queues among the series of a run. */
final class QueueColumns {
  private final Queues queues;
  private final SeriesRecorder series;
  private final Map<String, QueueStatus> before = new LinkedHashMap<>();

  QueueColumns(Queues queues, SeriesRecorder series) {
    this.queues = queues;
    this.series = series;
  }

  /** Takes in the minute that ends, which has so many seconds. */
  void record(double seconds) {
    for (QueueStatus now : queues.status()) {
      QueueStatus last = before.get(now.name());
      long sent = now.sent() - (last == null ? 0 : last.sent());
      long deleted = now.deleted() - (last == null ? 0 : last.deleted());
      before.put(now.name(), now);
      series.add(now.name() + ".visible", "messages", now.visible());
      series.add(now.name() + ".inFlight", "messages", now.inFlight());
      series.add(now.name() + ".oldest", "s", SimTime.seconds(now.oldestNanos()));
      series.add(now.name() + ".sentPerSecond", "1/s", sent / seconds);
      series.add(now.name() + ".deletedPerSecond", "1/s", deleted / seconds);
    }
  }
}
