package io.headroom.reports;

import io.headroom.sim.SimTime;
import io.headroom.sqs.QueueStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came of the messages of each queue, and what is left of them; a line for each queue. */
final class QueueSection {
  private QueueSection() {}

  static void add(Page page, List<QueueStatus> queues) {
    String label = "Queues";
    for (QueueStatus queue : queues) {
      page.flow(label, pieces(queue));
      label = "";
    }
  }

  private static List<Line> pieces(QueueStatus queue) {
    List<Line> pieces = new ArrayList<>();
    pieces.add(new Line().add(Ink.STRONG, queue.name()));
    pieces.add(Line.of(Figures.count(queue.sent()) + " arrived"));
    addIfAny(pieces, Ink.PLAIN, queue.moved(), "from another queue");
    pieces.add(Line.of(Figures.count(queue.deleted()) + " processed"));
    addIfAny(pieces, Ink.BAD, queue.deadLettered(), "to the dead letters");
    addIfAny(pieces, Ink.BAD, queue.expired(), "expired");
    pieces.add(Line.of(Figures.count(queue.visible()) + " visible"));
    addIfAny(pieces, Ink.PLAIN, queue.inFlight(), "in flight");
    addIfAny(pieces, Ink.PLAIN, queue.delayed(), "delayed");
    if (queue.oldestNanos() > 0) {
      Duration age = Duration.ofSeconds(Math.round(SimTime.seconds(queue.oldestNanos())));
      pieces.add(new Line().add(Ink.FAINT, "oldest ").add(Figures.duration(age)));
    }
    return pieces;
  }

  private static void addIfAny(List<Line> pieces, Ink ink, long count, String words) {
    if (count > 0) {
      pieces.add(new Line().add(ink, Figures.count(count) + " " + words));
    }
  }
}
