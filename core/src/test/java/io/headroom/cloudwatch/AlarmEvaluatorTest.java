package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The evaluator that goes on from what it knew against one that starts from all raw samples. */
class AlarmEvaluatorTest {
  private static final Metric METRIC = Metric.of("Test", "m");

  /** A sample: of which minute, how late, and how large; out of bounds from 50 on. */
  record Sample(int minute, int late, int value) {
    static Sample of(int number) {
      return new Sample(number % 40, number / 40 % 9 < 6 ? 0 : number / 40 % 9 - 5, number / 360);
    }
  }

  private static AlarmSpec spec(int seconds, int needed, int more, MissingData treatment) {
    return AlarmSpec.when(METRIC, Statistic.AVERAGE)
        .isAtLeast(50)
        .datapoints(needed, needed + more)
        .period(Duration.ofSeconds(seconds))
        .missingData(treatment)
        .named("a")
        .build();
  }

  @Property
  @Rule("cloudwatch 5.3")
  @Rule("cloudwatch 7.4")
  void everyEvaluation_isThatOfAllRawSamples(
      @ForAll @Size(max = 60) List<@IntRange(max = 35_999) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 3) int needed,
      @ForAll @IntRange(max = 2) int more,
      @ForAll MissingData treatment,
      @ForAll @IntRange(min = 1, max = 6) int minutes,
      @ForAll @IntRange(max = 90) int delaySeconds) {
    Publication publication =
        new Publication(Duration.ofMinutes(1), Duration.ofSeconds(delaySeconds));
    AlarmSpec spec = spec(minutes * 60, needed, more, treatment);
    check(numbers.stream().map(Sample::of).toList(), spec, publication, SimTime.MINUTE);
  }

  @Property(tries = 200)
  @Rule("cloudwatch 7.3.1")
  void everyEvaluationOfAShortPeriod_isThatOfAllRawSamples(
      @ForAll @Size(max = 60) List<@IntRange(max = 35_999) Integer> numbers,
      @ForAll MissingData treatment,
      @ForAll @IntRange(min = 1, max = 3) int tens) {
    Publication publication =
        new Publication(Duration.ZERO, Duration.ofSeconds(3)).highResolution();
    AlarmSpec spec = spec(10 * tens, 2, 1, treatment);
    check(numbers.stream().map(Sample::of).toList(), spec, publication, 10 * SimTime.SECOND);
  }

  private static void check(
      List<Sample> samples, AlarmSpec spec, Publication publication, long stepNanos) {
    MetricStore store = new MetricStore();
    MetricSeries series = store.open(METRIC, Unit.NONE, publication);
    Alarm alarm = new Alarm(spec, store, AlarmSettings.DEFAULT);
    SlowAlarm slow = new SlowAlarm(spec, publication);
    long unitNanos = stepNanos;
    for (int step = 0; step < 60; step++) {
      for (Sample sample : samples) {
        if (sample.minute() + sample.late() == step) {
          long stampNanos = sample.minute() * unitNanos;
          series.record(stampNanos, sample.value());
          slow.publish(stampNanos, sample.value());
        }
      }
      long nowNanos = step * stepNanos + stepNanos / 3;
      AlarmState expected = slow.evaluate(nowNanos);
      assertWithMessage("step %s", step).that(alarm.evaluate(nowNanos).state()).isEqualTo(expected);
    }
  }

  /** Two alarms that were born at different times agree once they see the same and stood alike. */
  @Property(tries = 200)
  @Rule("cloudwatch 7.7.3")
  void state_followsFromVisibleDataAndPriorStateAlone(
      @ForAll @Size(max = 40) List<@IntRange(max = 35_999) Integer> numbers,
      @ForAll MissingData treatment,
      @ForAll @IntRange(max = 40) int born) {
    MetricStore store = new MetricStore();
    MetricSeries series =
        store.open(METRIC, Unit.NONE, new Publication(Duration.ofMinutes(1), Duration.ZERO));
    numbers.stream()
        .map(Sample::of)
        .forEach(sample -> series.record(sample.minute() * SimTime.MINUTE, sample.value()));
    AlarmSpec spec = spec(60, 2, 1, treatment);
    Alarm old = new Alarm(spec, store, AlarmSettings.DEFAULT);
    Alarm young = new Alarm(spec, store, AlarmSettings.DEFAULT);
    for (int minute = 0; minute < 50; minute++) {
      AlarmState priorOld = old.state();
      AlarmState priorYoung = young.state();
      old.evaluate(minute * SimTime.MINUTE);
      if (minute >= born) {
        young.evaluate(minute * SimTime.MINUTE);
        if (priorOld == priorYoung) {
          assertThat(young.state()).isEqualTo(old.state());
        }
      }
    }
  }
}
