package io.headroom;

import io.headroom.autoscaling.AutoScaling;
import io.headroom.autoscaling.GroupStatus;
import io.headroom.autoscaling.LedgerEntry;
import io.headroom.cloudwatch.Alarm;
import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.AlarmSchedule;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.composite.CompositeAlarm;
import io.headroom.cloudwatch.composite.CompositeAlarms;
import io.headroom.cloudwatch.composite.CompositeTransition;
import io.headroom.ec2.Bill;
import io.headroom.ec2.Bill.Kind;
import io.headroom.ec2.Bill.Line;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceBilling;
import io.headroom.ec2.PriceList;
import io.headroom.ec2.spot.SpotMarket;
import io.headroom.elb.LoadBalancers;
import io.headroom.sim.SimTime;
import io.headroom.sim.TimeWeighted;
import io.headroom.sqs.Queues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes the result of a run from what its workers know at the end. */
final class Outcomes {
  private static final double SECONDS_AN_HOUR = 3_600;

  private final Scenario scenario;
  private final Parts parts;
  private final long endNanos;
  private final InstanceBilling billing;
  private final Bill bill;
  private final Map<String, List<Line>> lines;
  private final Map<String, List<Instance>> launched;
  private final Map<String, List<LedgerEntry>> decided;

  /** The workers of the run. */
  record Parts(
      Ec2 ec2,
      SpotMarket market,
      LoadBalancers balancers,
      Watching watching,
      AutoScaling autoScaling,
      RunStatistics statistics,
      SeriesRecorder series,
      Queues queues,
      long events) {}

  /** What watches the run. */
  record Watching(MetricStore store, AlarmSchedule alarms, CompositeAlarms composites) {}

  Outcomes(Scenario scenario, Parts parts, long endNanos) {
    this.scenario = scenario;
    this.parts = parts;
    this.endNanos = endNanos;
    billing = new InstanceBilling(PriceList.US_EAST_1, parts.market, scenario.start(), endNanos);
    bill = makeBill();
    lines = byGroup(bill.lines(), Line::owner);
    launched = byGroup(parts.ec2.instances(), Instance::group);
    decided = byGroup(parts.autoScaling.ledger(), LedgerEntry::group);
  }

  SimulationResult result() {
    List<GroupResult> groups = parts.autoScaling.groups().stream().map(this::group).toList();
    return new SimulationResult(
        scenario,
        SimTime.seconds(endNanos),
        0,
        parts.events,
        parts.statistics.counts(),
        parts.statistics.latency(),
        parts.statistics.slo(),
        total(groups),
        cost(bill.lines()),
        groups,
        parts.series.toSeries(),
        parts.autoScaling.activities(),
        parts.autoScaling.ledger(),
        new ReactionBudgets(parts.balancers).of(parts.autoScaling.scaleOuts()),
        alarmHistory(),
        bill,
        parts.autoScaling.refreshes(),
        new Warnings(scenario, parts).list(),
        new AlarmHistories(parts.watching, parts.autoScaling.ledger()).all(),
        new RunMetrics(parts.watching.store(), endNanos),
        parts.queues.status());
  }

  private Bill makeBill() {
    List<Line> lines = new ArrayList<>();
    parts.ec2.instances().forEach(instance -> lines.addAll(billing.lines(instance)));
    lines.addAll(parts.balancers.bill(PriceList.US_EAST_1));
    long seconds = (endNanos + SimTime.SECOND - 1) / SimTime.SECOND;
    for (Alarm alarm : parts.watching.alarms().alarms()) {
      lines.add(AlarmBilling.line(alarm.spec(), seconds));
    }
    for (CompositeAlarm alarm : parts.watching.composites().alarms()) {
      lines.add(AlarmBilling.line(alarm.spec(), seconds));
    }
    return new Bill(lines);
  }

  private static <T> Map<String, List<T>> byGroup(List<T> all, Function<T, String> group) {
    return all.stream()
        .collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
  }

  private static Cost cost(List<Line> lines) {
    Bill part = new Bill(lines);
    return new Cost(
        part.total(Kind.COMPUTE),
        part.total(Kind.STORAGE),
        part.total(Kind.LOAD_BALANCER),
        part.total(Kind.MONITORING));
  }

  private GroupResult group(GroupStatus group) {
    String name = group.spec().name();
    return new GroupResult(
        name,
        parts.statistics.counts(name),
        parts.statistics.latency(name),
        parts.statistics.slo(name),
        capacity(group),
        cost(lines.getOrDefault(name, List.of())));
  }

  private CapacitySummary capacity(GroupStatus group) {
    String name = group.spec().name();
    List<Instance> instances = launched.getOrDefault(name, List.of());
    List<LedgerEntry> decisions = decided.getOrDefault(name, List.of());
    TimeWeighted inService = group.history().inService();
    return new CapacitySummary(
        (int) inService.minimum(),
        inService.meanUntil(endNanos),
        (int) inService.maximum(),
        instances.stream().mapToDouble(this::hours).sum(),
        count(instances, instance -> instance.launchNanos() > 0),
        count(instances, instance -> instance.endNanos() >= 0),
        count(decisions, decision -> decision.desiredAfter() > decision.desiredBefore()),
        count(decisions, decision -> decision.desiredAfter() < decision.desiredBefore()));
  }

  private static <T> int count(List<T> list, Predicate<T> condition) {
    return (int) list.stream().filter(condition).count();
  }

  private double hours(Instance instance) {
    return SimTime.seconds(billing.runNanos(instance)) / SECONDS_AN_HOUR;
  }

  /** The sum over groups; of the extremes too, which is exact for a single group. */
  private static CapacitySummary total(List<GroupResult> groups) {
    return groups.stream()
        .map(GroupResult::capacity)
        .reduce(
            new CapacitySummary(0, 0, 0, 0, 0, 0, 0, 0),
            (a, b) ->
                new CapacitySummary(
                    a.min() + b.min(),
                    a.mean() + b.mean(),
                    a.max() + b.max(),
                    a.instanceHours() + b.instanceHours(),
                    a.launches() + b.launches(),
                    a.terminations() + b.terminations(),
                    a.scaleOuts() + b.scaleOuts(),
                    a.scaleIns() + b.scaleIns()));
  }

  private List<AlarmTransition> alarmHistory() {
    List<AlarmTransition> history = new ArrayList<>();
    for (Alarm alarm : parts.watching.alarms().alarms()) {
      for (AlarmEvaluation change : alarm.transitions()) {
        history.add(
            new AlarmTransition(
                change.timeNanos(),
                alarm.spec().name(),
                change.priorState(),
                change.state(),
                change.reason()));
      }
    }
    for (CompositeAlarm alarm : parts.watching.composites().alarms()) {
      for (CompositeTransition change : alarm.transitions()) {
        history.add(
            new AlarmTransition(
                change.timeNanos(),
                alarm.spec().name(),
                change.from(),
                change.to(),
                change.reason()));
      }
    }
    history.sort(Comparator.comparingLong(AlarmTransition::timeNanos));
    return history;
  }
}
