package io.headroom;

import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.autoscaling.refresh.InstanceRefresh;
import io.headroom.ec2.Bill;
import io.headroom.sqs.QueueStatus;
import java.util.List;
import java.util.Optional;

/**
 * The immutable outcome of a run. Two runs of equal scenarios have equal results, but for {@link
 * #wallSeconds()}.
 *
 * @param scenario the input
 * @param simulatedSeconds how much time was simulated; less than the duration if the run was ended
 *     early
 * @param wallSeconds how long the run took on this machine
 * @param events control events and request events that ran
 * @param requests what became of the requests
 * @param latency the latency that clients saw
 * @param slo how the run did against its objective
 * @param capacity the instances of all groups
 * @param cost what it costs
 * @param groups the same by group, in the scenario's order
 * @param series load, capacity, utilisation, latency and errors by minute
 * @param activities the activity log in order of start
 * @param ledger the decision ledger in order of time
 * @param reactions the reaction budget of each scale-out
 * @param alarmHistory every change of state of every alarm
 * @param bill the bill line by line
 * @param refreshes the instance refreshes, by group and in order of their start
 * @param warnings what a user should know about the run, such as a queue that was full for long
 * @param alarms the history of every alarm, with data points and actions, sorted by name
 * @param metrics every metric that the run published, to be queried
 * @param queues how each queue stood at the end, and what came of its messages
 */
public record SimulationResult(
    Scenario scenario,
    double simulatedSeconds,
    double wallSeconds,
    long events,
    RequestCounts requests,
    LatencySummary latency,
    SloOutcome slo,
    CapacitySummary capacity,
    Cost cost,
    List<GroupResult> groups,
    List<TimeSeries> series,
    List<ScalingActivity> activities,
    List<LedgerEntry> ledger,
    List<ReactionBudget> reactions,
    List<AlarmTransition> alarmHistory,
    Bill bill,
    List<InstanceRefresh> refreshes,
    List<String> warnings,
    List<AlarmHistory> alarms,
    RunMetrics metrics,
    List<QueueStatus> queues) {

  /** Copies the lists. */
  public SimulationResult {
    groups = List.copyOf(groups);
    series = List.copyOf(series);
    activities = List.copyOf(activities);
    ledger = List.copyOf(ledger);
    reactions = List.copyOf(reactions);
    alarmHistory = List.copyOf(alarmHistory);
    refreshes = List.copyOf(refreshes);
    warnings = List.copyOf(warnings);
    alarms = List.copyOf(alarms);
    queues = List.copyOf(queues);
  }

  /** Returns the series with this name, such as {@code requestsPerSecond}. */
  public Optional<TimeSeries> series(String name) {
    return series.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /**
   * Returns the result of one group.
   *
   * @throws IllegalArgumentException if the scenario has no group of this name
   */
  public GroupResult group(String name) {
    return groups.stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no group is called " + name));
  }

  /** Returns the result with another wall time, to compare runs of equal scenarios. */
  public SimulationResult withWallSeconds(double seconds) {
    return new SimulationResult(
        scenario,
        simulatedSeconds,
        seconds,
        events,
        requests,
        latency,
        slo,
        capacity,
        cost,
        groups,
        series,
        activities,
        ledger,
        reactions,
        alarmHistory,
        bill,
        refreshes,
        warnings,
        alarms,
        metrics,
        queues);
  }
}
