package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Alarm evaluation as the specification words it, from all raw samples at every evaluation: the
 * reference for the evaluator that goes on from what it knew.
 */
final class SlowAlarm {
  private final AlarmSpec spec;
  private final Publication publication;
  private final int range;
  private final List<double[]> samples = new ArrayList<>();
  private AlarmState state = AlarmState.INSUFFICIENT_DATA;

  SlowAlarm(AlarmSpec spec, Publication publication) {
    this.spec = spec;
    this.publication = publication;
    this.range =
        EvaluationRange.DEFAULT.buckets(spec.name(), spec.period(), spec.evaluationPeriods());
  }

  void publish(long timestampNanos, double value) {
    samples.add(new double[] {timestampNanos, value});
  }

  AlarmState evaluate(long nowNanos) {
    long periodNanos = spec.period().toNanos();
    long unitNanos = periodNanos < SimTime.MINUTE ? 10 * SimTime.SECOND : SimTime.MINUTE;
    long endNanos = nowNanos - Math.floorMod(nowNanos, unitNanos);
    List<Double> values = new ArrayList<>();
    for (int bucket = range; bucket >= 1; bucket--) {
      long fromNanos = endNanos - bucket * periodNanos;
      values.add(average(fromNanos, fromNanos + periodNanos, nowNanos));
    }
    state = judge(values);
    return state;
  }

  private double average(long fromNanos, long toNanos, long nowNanos) {
    long lagNanos = publication.interval().plus(publication.delay()).toNanos();
    long granuleNanos = publication.granularity().toNanos();
    double sum = 0;
    int count = 0;
    for (double[] sample : samples) {
      long stampNanos = (long) sample[0] - Math.floorMod((long) sample[0], granuleNanos);
      if (stampNanos >= fromNanos && stampNanos < toNanos && stampNanos + lagNanos <= nowNanos) {
        sum += sample[1];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** The numbered steps of section 7.4. */
  private AlarmState judge(List<Double> values) {
    int n = spec.evaluationPeriods();
    int m = spec.datapointsToAlarm();
    List<Integer> real = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isNaN()) {
        real.add(i);
      }
    }
    if (real.size() >= n) {
      List<Integer> newest = real.subList(real.size() - n, real.size());
      return breaching(newest, values) >= m ? AlarmState.ALARM : AlarmState.OK;
    }
    int b = breaching(real, values);
    int f = n - real.size();
    boolean premature = !real.isEmpty() && b == real.size() && values.size() - real.get(0) >= m;
    return switch (spec.missingData()) {
      case BREACHING -> b + f >= m ? AlarmState.ALARM : AlarmState.OK;
      case NOT_BREACHING -> b >= m ? AlarmState.ALARM : AlarmState.OK;
      case MISSING -> {
        if (real.isEmpty()) {
          yield AlarmState.INSUFFICIENT_DATA;
        }
        yield b >= m || premature ? AlarmState.ALARM : AlarmState.OK;
      }
      case IGNORE -> {
        if (b >= m) {
          yield AlarmState.ALARM;
        }
        yield real.isEmpty() || premature ? state : AlarmState.OK;
      }
    };
  }

  private int breaching(List<Integer> buckets, List<Double> values) {
    return (int) buckets.stream().filter(i -> spec.condition().isBreachedBy(values.get(i))).count();
  }
}
