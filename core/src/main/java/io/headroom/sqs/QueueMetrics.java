package io.headroom.sqs;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The metrics of one queue, each minute, zeros included.
 *
 * <p>"Available CloudWatch metrics for Amazon SQS", Amazon SQS Developer Guide. Counts of messages
 * are those at the end of the minute.
 */
final class QueueMetrics {
  private final MessageQueue queue;
  private final MetricStore store;
  private final Map<String, MetricSeries> series = new LinkedHashMap<>();
  private long sent;
  private long received;
  private long deleted;
  private long emptyReceives;

  QueueMetrics(MessageQueue queue, MetricStore store) {
    this.queue = queue;
    this.store = store;
  }

  /** Publishes the minute that ends now. */
  void publish(long nowNanos) {
    long startNanos = nowNanos - SimTime.MINUTE;
    count("ApproximateNumberOfMessagesVisible", startNanos, queue.visible());
    count("ApproximateNumberOfMessagesNotVisible", startNanos, queue.inFlight());
    count("ApproximateNumberOfMessagesDelayed", startNanos, queue.delayed());
    record(
        "ApproximateAgeOfOldestMessage",
        Unit.SECONDS,
        startNanos,
        Math.floor(SimTime.seconds(queue.oldestNanos(nowNanos))));
    count("NumberOfMessagesSent", startNanos, queue.sent() - sent);
    count("NumberOfMessagesReceived", startNanos, queue.received() - received);
    count("NumberOfMessagesDeleted", startNanos, queue.deleted() - deleted);
    count("NumberOfEmptyReceives", startNanos, queue.emptyReceives() - emptyReceives);
    sent = queue.sent();
    received = queue.received();
    deleted = queue.deleted();
    emptyReceives = queue.emptyReceives();
  }

  private void count(String name, long startNanos, long value) {
    record(name, Unit.COUNT, startNanos, (double) value);
  }

  private void record(String name, Unit unit, long startNanos, double value) {
    series
        .computeIfAbsent(
            name,
            key ->
                store.open(
                    Metric.of("AWS/SQS", key).with("QueueName", queue.spec().awsName()),
                    unit,
                    store.settings().delays().ofQueues()))
        .record(startNanos, value);
  }
}
