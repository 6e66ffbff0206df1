package io.headroom;

import io.headroom.elb.Cell;
import io.headroom.elb.Outcome;
import io.headroom.elb.ResponseTimeTotals;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * The requests of a whole run or of one group, as clients saw them: the response time of the target
 * plus the time in the load balancer. Percentiles of a minute have two significant digits, those of
 * the run three.
 */
final class RequestTally {
  private static final double MICROS = 1e6;
  private static final int RUN_DIGITS = 3;
  private static final int MINUTE_DIGITS = 2;

  private final Slo slo;
  private Histogram run = histogram(0);

  /** Response times of the run so far by the time in the load balancer, in microseconds. */
  private final Map<Long, ResponseTimeTotals> times = new TreeMap<>();

  private final Histogram minute = new Histogram(MINUTE_DIGITS);
  private double seconds;
  private double minuteSeconds;
  private long minuteCompleted;
  private long minuteRejected;
  private long minuteFailed;
  private long completed;
  private long rejected;
  private long failed;
  private long violatingMinutes;

  RequestTally(Slo slo) {
    this.slo = slo;
  }

  /**
   * Takes in a cell's minute.
   *
   * @param cell the cell, before its minute closes
   * @param balancerMicros the time in the load balancer, both ways, in microseconds
   */
  void add(Cell cell, long balancerMicros) {
    for (Outcome outcome : Outcome.values()) {
      count(outcome.kind(), cell.inMinute(outcome));
    }
    minuteSeconds += cell.minuteNanos() / 1e9;
    minuteSeconds += cell.inMinute(Outcome.COMPLETED) * (balancerMicros / MICROS);
    if (cell.inMinute(Outcome.COMPLETED) > 0) {
      times.computeIfAbsent(balancerMicros, none -> new ResponseTimeTotals()).add(cell);
      // Once the largest value is known, the histogram need neither grow nor note others.
      minute.recordValueWithCount(cell.longestRoundedTime() + balancerMicros, 0);
      cell.forEachRoundedTime(
          (micros, count) -> minute.recordValueWithCount(micros + balancerMicros, count));
    }
  }

  /**
   * Takes in the minute of a part of the whole, before that minute closes; its response times of
   * the run are taken once, by {@link #endRun}.
   */
  void add(RequestTally part) {
    minuteCompleted += part.minuteCompleted;
    minuteRejected += part.minuteRejected;
    minuteFailed += part.minuteFailed;
    minuteSeconds += part.minuteSeconds;
    if (part.minute.getTotalCount() > 0) {
      minute.add(part.minute);
    }
  }

  /**
   * Makes the distribution of the run, once, at its end.
   *
   * @param parts whose response times belong to it, and whose runs have ended
   */
  void endRun(Collection<RequestTally> parts) {
    List<Histogram> others =
        parts.stream().map(part -> part.run).filter(part -> part.getTotalCount() > 0).toList();
    if (times.isEmpty() && others.size() == 1) {
      // Shared, as nobody writes to the histogram of a run that has ended.
      run = others.get(0);
      return;
    }
    long longest = others.stream().mapToLong(Histogram::getMaxValue).max().orElse(0);
    for (Map.Entry<Long, ResponseTimeTotals> each : times.entrySet()) {
      longest = Math.max(longest, each.getKey() + each.getValue().longest());
    }
    Histogram whole = histogram(longest);
    // Once the largest value is known, the histogram need not note others.
    whole.recordValueWithCount(longest, 0);
    times.forEach(
        (balancerMicros, totals) ->
            totals.forEach(
                (micros, count) -> whole.recordValueWithCount(micros + balancerMicros, count)));
    others.forEach(whole::add);
    run = whole;
  }

  /** Makes an empty histogram with room for times up to the longest and no more. */
  private static Histogram histogram(long longestMicros) {
    return new Histogram(1, Math.max(2, longestMicros), RUN_DIGITS);
  }

  private void count(Outcome.Kind kind, long ended) {
    switch (kind) {
      case COMPLETED -> minuteCompleted += ended;
      case REJECTED -> minuteRejected += ended;
      case FAILED -> minuteFailed += ended;
    }
  }

  long minuteCompleted() {
    return minuteCompleted;
  }

  long minuteRejected() {
    return minuteRejected;
  }

  long minuteFailed() {
    return minuteFailed;
  }

  /** Returns a percentile of the minute in seconds, NaN without completed requests. */
  double minutePercentile(double percentile) {
    return minute.getTotalCount() == 0
        ? Double.NaN
        : minute.getValueAtPercentile(percentile) / MICROS;
  }

  /** Ends the minute: judges it and adds it to the run. */
  void closeMinute() {
    violatingMinutes += violates() ? 1 : 0;
    if (minute.getTotalCount() > 0) {
      minute.reset();
    }
    seconds += minuteSeconds;
    minuteSeconds = 0;
    completed += minuteCompleted;
    rejected += minuteRejected;
    failed += minuteFailed;
    minuteCompleted = 0;
    minuteRejected = 0;
    minuteFailed = 0;
  }

  private boolean violates() {
    long ended = minuteCompleted + minuteRejected + minuteFailed;
    double errors = ended == 0 ? 0 : (minuteRejected + minuteFailed) / (double) ended;
    return (slo.errorShare().isPresent() && errors > slo.errorShare().getAsDouble())
        || slo.latencies().stream().anyMatch(limit -> isOver(minute, limit));
  }

  private static boolean isOver(Histogram histogram, Slo.Latency limit) {
    double micros = limit.limit().toNanos() / 1_000.0;
    return histogram.getTotalCount() > 0
        && histogram.getValueAtPercentile(limit.percentile()) > micros;
  }

  RequestCounts counts(long arrived, long inFlight) {
    return new RequestCounts(arrived, completed, rejected, failed, inFlight);
  }

  LatencySummary latency() {
    if (completed == 0) {
      return new LatencySummary(0, 0, 0, 0, 0, 0, 0);
    }
    return new LatencySummary(
        seconds / completed,
        percentile(50),
        percentile(90),
        percentile(95),
        percentile(99),
        percentile(99.9),
        run.getMaxValue() / MICROS);
  }

  private double percentile(double percentile) {
    return run.getValueAtPercentile(percentile) / MICROS;
  }

  /**
   * Judges the whole run.
   *
   * @param slow completed requests slower than the limit of the highest percentile
   */
  SloOutcome outcome(long slow) {
    double errorShare = counts(0, 0).errorShare();
    boolean met =
        (slo.errorShare().isEmpty() || errorShare <= slo.errorShare().getAsDouble())
            && slo.latencies().stream().noneMatch(limit -> isOver(run, limit));
    long bad = rejected + failed + slow;
    boolean asked = !slo.equals(Slo.NONE);
    return new SloOutcome(asked ? bad : 0, violatingMinutes, errorShare, met);
  }
}
