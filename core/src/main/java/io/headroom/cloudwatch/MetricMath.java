package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableList;
import io.headroom.cloudwatch.math.MathExpression;
import io.headroom.cloudwatch.math.MathProgram;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Statistics of metrics and expressions over them: what a query asks for, or an alarm watches.
 *
 * <p>Immutable; equal if the entries are. An alarm watches the entry that returns data; an anomaly
 * detection alarm compares it with the band that a second entry gives. "Using math expressions with
 * CloudWatch metrics", Amazon CloudWatch User Guide.
 */
public final class MetricMath implements AlarmInput {
  private final List<MetricDataQuery> queries;
  private final Duration period;
  private final Optional<String> band;
  private final MathProgram program;

  private MetricMath(List<MetricDataQuery> queries, Duration period, Optional<String> band) {
    this.queries = ImmutableList.copyOf(queries);
    this.period = period;
    this.band = band;
    program = new MathProgram(ids(), expressions());
  }

  /**
   * Makes a request. Its period is that of its metrics; of a request without metrics, one minute.
   *
   * @throws IllegalArgumentException if an id is bad, unknown or used twice, or expressions refer
   *     to each other in a circle
   */
  public static MetricMath of(List<MetricDataQuery> queries) {
    Duration period =
        queries.stream()
            .flatMap(query -> query.metricStat().stream())
            .map(MetricStat::period)
            .findFirst()
            .orElse(Duration.ofMinutes(1));
    return new MetricMath(queries, period, Optional.empty());
  }

  /** Makes a request. */
  public static MetricMath of(MetricDataQuery... queries) {
    return of(List.of(queries));
  }

  /**
   * Returns the same with the entry whose band is the threshold of an alarm.
   *
   * @throws IllegalArgumentException if there is no entry with this id
   */
  public MetricMath withBand(String id) {
    query(id);
    return new MetricMath(queries, period, Optional.of(id));
  }

  /** Returns the entries in order. */
  public List<MetricDataQuery> queries() {
    return queries;
  }

  @Override
  public Duration period() {
    return period;
  }

  /** Returns the id of the entry whose band is the threshold, for an anomaly detection alarm. */
  public Optional<String> band() {
    return band;
  }

  /** Returns the entries that are results, in order; a band that is a threshold is none. */
  public List<MetricDataQuery> results() {
    return queries.stream()
        .filter(query -> query.returnData() && !band.equals(Optional.of(query.id())))
        .toList();
  }

  /** Returns the entry with an id. */
  public MetricDataQuery query(String id) {
    return queries.stream()
        .filter(query -> query.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no entry with the id '" + id + "'"));
  }

  @Override
  public List<MetricStat> metrics() {
    return queries.stream().flatMap(query -> query.metricStat().stream()).toList();
  }

  /** Returns the same with all metrics over buckets of another length. */
  @Override
  public MetricMath withPeriod(Duration newPeriod) {
    return new MetricMath(changed(stat -> stat.withPeriod(newPeriod)), newPeriod, band);
  }

  @Override
  public MetricMath mapMetrics(UnaryOperator<Metric> change) {
    return new MetricMath(changed(stat -> stat.mapMetrics(change)), period, band);
  }

  private List<MetricDataQuery> changed(UnaryOperator<MetricStat> change) {
    return queries.stream()
        .map(query -> query.metricStat().map(stat -> query.with(change.apply(stat))).orElse(query))
        .toList();
  }

  MathProgram program() {
    return program;
  }

  private List<String> ids() {
    return queries.stream()
        .filter(query -> query.metricStat().isPresent())
        .map(MetricDataQuery::id)
        .toList();
  }

  private Map<String, MathExpression> expressions() {
    Map<String, MathExpression> expressions = new LinkedHashMap<>();
    for (MetricDataQuery query : queries) {
      if (query.expression().isPresent()
          && expressions.put(query.id(), query.expression().get()) != null) {
        throw new IllegalArgumentException("the id '%s' is used twice".formatted(query.id()));
      }
    }
    return expressions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetricMath math
        && queries.equals(math.queries)
        && period.equals(math.period)
        && band.equals(math.band);
  }

  @Override
  public int hashCode() {
    return queries.hashCode();
  }

  /** Returns the results, each expression with the metrics that it names. */
  @Override
  public String toString() {
    String what = results().stream().map(MetricMath::words).collect(Collectors.joining(", "));
    String where =
        queries.stream()
            .filter(query -> query.metricStat().isPresent() && !query.returnData())
            .map(query -> query.id() + " = " + query.metricStat().orElseThrow())
            .collect(Collectors.joining(", "));
    return where.isEmpty() ? what : what + " where " + where;
  }

  private static String words(MetricDataQuery query) {
    return query
        .expression()
        .map(MathExpression::toString)
        .orElseGet(() -> query.metricStat().orElseThrow().toString());
  }
}
