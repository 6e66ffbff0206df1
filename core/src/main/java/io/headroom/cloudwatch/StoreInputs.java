package io.headroom.cloudwatch;

import io.headroom.cloudwatch.anomaly.AnomalyLimits;
import io.headroom.cloudwatch.anomaly.AnomalyModel;
import io.headroom.cloudwatch.math.MathInputs;
import io.headroom.cloudwatch.math.value.BothMissing;
import io.headroom.cloudwatch.math.value.Grid;
import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The metrics of a store as the input of metric math, over the buckets of one read. */
final class StoreInputs implements MathInputs {
  private final MetricMath math;
  private final MetricStore store;
  private final Map<String, MetricWindow> windows = new HashMap<>();
  private long fromNanos;
  private long toNanos;
  private long asOfNanos;

  /**
   * Creates inputs.
   *
   * @param math whose metrics are read
   * @param store where they are
   */
  StoreInputs(MetricMath math, MetricStore store) {
    this.math = math;
    this.store = store;
    for (MetricDataQuery query : math.queries()) {
      query.metricStat().ifPresent(stat -> windows.put(query.id(), store.watch(stat)));
    }
  }

  /** Lays the buckets along [from, to), to be read at an instant. */
  void lay(long newFromNanos, long newToNanos, long newAsOfNanos) {
    fromNanos = newFromNanos;
    toNanos = newToNanos;
    asOfNanos = newAsOfNanos;
  }

  @Override
  public Grid grid() {
    long periodNanos = math.period().toNanos();
    int size = (int) ((toNanos - fromNanos + periodNanos - 1) / periodNanos);
    return new Grid(store.settings().start().plusNanos(fromNanos), math.period(), size);
  }

  @Override
  public MathSeries metric(String id) {
    MetricWindow window = windows.get(id);
    if (window == null) {
      throw new IllegalArgumentException("there is no metric '" + id + "'");
    }
    return MathSeries.of(math.query(id).legend(), window.read(fromNanos, toNanos, asOfNanos));
  }

  @Override
  public BothMissing bothMissing() {
    return store.settings().math().bothMissing();
  }

  /** The past of an expression is the expression over the past. */
  @Override
  public MathArray band(String id, double width) {
    AnomalyModel model = store.settings().math().anomaly();
    List<double[]> days = new ArrayList<>();
    StoreInputs past = new StoreInputs(math, store);
    for (int day = 1; day <= model.days(); day++) {
      long shiftNanos = day * SimTime.DAY;
      past.lay(fromNanos - shiftNanos, toNanos - shiftNanos, asOfNanos);
      days.add(((MathSeries) math.program().evaluate(id, past)).values());
    }
    return model.band(days, width, limits(id));
  }

  private AnomalyLimits limits(String id) {
    return math.query(id)
        .metricStat()
        .filter(stat -> stat.metric().namespace().startsWith("AWS/"))
        .map(this::limits)
        .orElse(AnomalyLimits.NONE);
  }

  private AnomalyLimits limits(MetricStat stat) {
    return store.unit(stat).orElse(Unit.NONE) == Unit.PERCENT
        ? AnomalyLimits.PERCENT
        : AnomalyLimits.NOT_NEGATIVE;
  }
}
