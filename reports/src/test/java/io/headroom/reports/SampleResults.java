package io.headroom.reports;

import io.headroom.AlarmTransition;
import io.headroom.CapacitySummary;
import io.headroom.Cost;
import io.headroom.GroupResult;
import io.headroom.LatencySummary;
import io.headroom.ReactionBudget;
import io.headroom.RequestCounts;
import io.headroom.RunMetrics;
import io.headroom.Scenario;
import io.headroom.ScenarioBuilder;
import io.headroom.SimulationResult;
import io.headroom.Slo;
import io.headroom.SloOutcome;
import io.headroom.TimeSeries;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.ec2.Bill;
import io.headroom.ec2.Money;
import io.headroom.sqs.QueueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Collects the parts of a result made by hand; every method returns the builder itself. */
final class SampleResults {
  static final Instant START = Instant.parse("2026-11-27T00:00:00Z");
  static final RequestCounts NO_REQUESTS = new RequestCounts(0, 0, 0, 0, 0);
  static final LatencySummary NO_LATENCY = new LatencySummary(0, 0, 0, 0, 0, 0, 0);
  static final LatencySummary LATENCY =
      new LatencySummary(0.0482, 0.0401, 0.0887, 0.121, 0.347, 0.912, 4.53);
  static final SloOutcome NO_VIOLATION = new SloOutcome(0, 0, 0, true);
  static final CapacitySummary CAPACITY = new CapacitySummary(4, 8.25, 18, 198.5, 21, 19, 9, 12);
  static final CapacitySummary NO_CAPACITY = new CapacitySummary(0, 0, 0, 0, 0, 0, 0, 0);
  static final Cost COST =
      new Cost(
          Money.usd("33.745"), Money.usd("0.217"), Money.usd("2.91"), Money.usd("0.000000001"));
  static final Cost NO_COST = new Cost(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

  private final String name;
  private final List<GroupResult> groups = new ArrayList<>();
  private final List<TimeSeries> series = new ArrayList<>();
  private final List<ScalingActivity> activities = new ArrayList<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final List<ReactionBudget> reactions = new ArrayList<>();
  private final List<AlarmTransition> alarms = new ArrayList<>();
  private final List<Bill.Line> bill = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<QueueStatus> queues = new ArrayList<>();
  private Instant start = START;
  private Duration duration = Duration.ofHours(24);
  private Duration simulated = duration;
  private double wallSeconds = 2.5;
  private long events = 45_000_000;
  private Slo slo = Slo.NONE;
  private RequestCounts requests = NO_REQUESTS;
  private LatencySummary latency = NO_LATENCY;
  private SloOutcome outcome = NO_VIOLATION;
  private CapacitySummary capacity = NO_CAPACITY;
  private Cost cost = NO_COST;

  private SampleResults(String name) {
    this.name = name;
  }

  /** Starts a result of 24 hours in which nothing happened. */
  static SampleResults named(String name) {
    return new SampleResults(name);
  }

  SampleResults start(String newStart) {
    start = Instant.parse(newStart);
    return this;
  }

  SampleResults duration(Duration newDuration) {
    duration = newDuration;
    simulated = newDuration;
    return this;
  }

  SampleResults simulated(Duration newSimulated) {
    simulated = newSimulated;
    return this;
  }

  SampleResults speed(long newEvents, double newWallSeconds) {
    events = newEvents;
    wallSeconds = newWallSeconds;
    return this;
  }

  SampleResults slo(Slo newSlo, SloOutcome newOutcome) {
    slo = newSlo;
    outcome = newOutcome;
    return this;
  }

  SampleResults requests(long completed, long rejected, long failed, long inFlight) {
    long arrived = completed + rejected + failed + inFlight;
    requests = new RequestCounts(arrived, completed, rejected, failed, inFlight);
    return this;
  }

  SampleResults latency(LatencySummary newLatency) {
    latency = newLatency;
    return this;
  }

  SampleResults capacity(CapacitySummary newCapacity) {
    capacity = newCapacity;
    return this;
  }

  SampleResults cost(Cost newCost) {
    cost = newCost;
    return this;
  }

  /** Adds a group with the capacity and cost set so far. */
  SampleResults group(String group) {
    groups.add(new GroupResult(group, requests, latency, outcome, capacity, cost));
    return this;
  }

  /** Adds a series of minutes; the function is asked with the minute's number. */
  SampleResults minutes(String series, String unit, DoubleUnaryOperator value) {
    double[] values = new double[(int) ((simulated.toSeconds() + 59) / 60)];
    Arrays.setAll(values, value::applyAsDouble);
    return series(new TimeSeries(series, unit, start, Duration.ofMinutes(1), values));
  }

  SampleResults series(TimeSeries newSeries) {
    series.add(newSeries);
    return this;
  }

  SampleResults activity(ScalingActivity... newActivities) {
    Collections.addAll(activities, newActivities);
    return this;
  }

  SampleResults ledger(LedgerEntry... entries) {
    Collections.addAll(ledger, entries);
    return this;
  }

  SampleResults reaction(ReactionBudget... budgets) {
    Collections.addAll(reactions, budgets);
    return this;
  }

  SampleResults alarm(AlarmTransition... changes) {
    Collections.addAll(alarms, changes);
    return this;
  }

  SampleResults bill(Bill.Line... lines) {
    Collections.addAll(bill, lines);
    return this;
  }

  SampleResults queue(QueueStatus queue) {
    queues.add(queue);
    return this;
  }

  SampleResults warning(String warning) {
    warnings.add(warning);
    return this;
  }

  SimulationResult build() {
    return new SimulationResult(
        scenario(),
        simulated.toNanos() / 1e9,
        wallSeconds,
        events,
        requests,
        latency,
        outcome,
        capacity,
        cost,
        groups,
        series,
        activities,
        ledger,
        reactions,
        alarms,
        new Bill(bill),
        List.of(),
        warnings,
        List.of(),
        RunMetrics.NONE,
        queues);
  }

  private Scenario scenario() {
    ScenarioBuilder scenario =
        Scenario.builder(name).start(start).duration(duration).seed(42).slo(slo);
    groups.forEach(
        group -> scenario.group(AutoScalingGroupSpec.builder(group.name()).max(20).build()));
    return groups.isEmpty()
        ? scenario.group(AutoScalingGroupSpec.builder("unused").build()).build()
        : scenario.build();
  }
}
