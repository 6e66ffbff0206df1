package io.headroom.sqs;

import io.headroom.sim.HotSource;
import io.headroom.workload.Arrivals;

/** A stream of messages to one queue. */
final class MessageSource {
  private static final int BLOCK = 256;

  private final Arrivals arrivals;
  private final MessageQueue queue;
  private final long[] times = new long[BLOCK];
  private int position;
  private int filled;

  MessageSource(Arrivals arrivals, MessageQueue queue) {
    this.arrivals = arrivals;
    this.queue = queue;
    draw();
  }

  private void draw() {
    position = 0;
    filled = arrivals.next(times);
    if (filled == 0) {
      times[0] = HotSource.NEVER;
    }
  }

  long nextNanos() {
    return times[position];
  }

  MessageQueue queue() {
    return queue;
  }

  void send() {
    queue.send(times[position++]);
    if (position == filled) {
      draw();
    }
  }
}
