package io.headroom.autoscaling;

import io.headroom.autoscaling.operations.OperationOutcome;
import io.headroom.autoscaling.refresh.InstanceRefresh;
import io.headroom.cloudwatch.AlarmActions;
import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.AlarmSchedule;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.elb.LoadBalancers;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.Simulator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * EC2 Auto Scaling in one run: the groups, the alarms of their policies, and the records of what
 * they did. Not thread-safe.
 */
public final class AutoScaling {
  /** The action by which an alarm reaches this object; not an ARN, so that it repeats. */
  private static final String ACTION = "auto-scaling";

  private final Environment environment;
  private final ActivityLog activities = new ActivityLog();
  private final Ledger ledger = new Ledger();
  private final Map<String, AutoScalingGroup> groups = new LinkedHashMap<>();
  private final Map<String, AlarmSpec> alarms = new LinkedHashMap<>();
  private final Map<Condition, List<Invocation>> invocations = new LinkedHashMap<>();
  private long changes;

  /**
   * What Auto Scaling works with.
   *
   * @param simulator the kernel of the run
   * @param random the streams of the run
   * @param metrics the metrics of the run
   * @param alarms the alarms of the run
   * @param ec2 the instances
   * @param loadBalancers the target groups to register with
   * @param start the wall-clock instant of simulated time zero
   * @param settings the contested points
   */
  public record Environment(
      Simulator simulator,
      RandomStreams random,
      MetricStore metrics,
      AlarmSchedule alarms,
      Ec2 ec2,
      LoadBalancers loadBalancers,
      Instant start,
      AutoScalingSettings settings) {}

  /** An alarm in one of its states. */
  private record Condition(String alarm, AlarmState state) {}

  /** A policy of a group that an alarm asks. */
  private record Invocation(AutoScalingGroup group, AttachedPolicy policy) {}

  /**
   * Creates the groups, still without instances.
   *
   * @param environment what they work with
   * @param timings the delays of the control loop
   * @param outlooks the future of a group, for yardsticks; asked once for each group
   * @param specs the groups
   * @throws IllegalArgumentException if a group names a target group that does not exist, or a
   *     policy does not fit its group
   */
  public AutoScaling(
      Environment environment,
      Timings timings,
      Function<AutoScalingGroupSpec, Outlook> outlooks,
      List<AutoScalingGroupSpec> specs) {
    this.environment = environment;
    for (AutoScalingGroupSpec spec : specs) {
      GroupRun run = new GroupRun(spec, environment, timings, activities, ledger);
      AutoScalingGroup group = new AutoScalingGroup(run, outlooks.apply(spec));
      groups.put(spec.name(), group);
      run.changes().onChange(() -> changes++);
      group.policies().forEach(policy -> bind(group, policy));
    }
  }

  private void bind(AutoScalingGroup group, AttachedPolicy policy) {
    for (Trigger trigger : policy.triggers()) {
      if (trigger instanceof Trigger.OnAlarm onAlarm) {
        AlarmSpec spec = onAlarm.alarm();
        alarms.merge(
            spec.name(),
            acting(spec, onAlarm.state()),
            (old, same) -> acting(old, onAlarm.state()));
        invocations
            .computeIfAbsent(new Condition(spec.name(), onAlarm.state()), key -> new ArrayList<>())
            .add(new Invocation(group, policy));
      }
    }
  }

  private static AlarmSpec acting(AlarmSpec spec, AlarmState state) {
    List<String> actions = new ArrayList<>(spec.actions().of(state));
    actions.removeIf(AlarmActions::isScaling);
    actions.add(ACTION);
    return spec.toBuilder().on(state, actions).build();
  }

  /** Puts the first instances into service, adds the alarms and starts all clocks. */
  public void start() {
    GroupClocks clocks = GroupClocks.of(environment.simulator());
    environment.ec2().onChange(this::instanceChanged);
    for (AutoScalingGroup group : groups.values()) {
      group.start(clocks);
      // The order within an instant stays that of the groups, so a clock of a policy divides them.
      clocks = group.hasClocks() ? GroupClocks.of(environment.simulator()) : clocks;
    }
    alarms.values().forEach(spec -> environment.alarms().add(spec, this::invoked));
  }

  private void instanceChanged(Instance instance) {
    AutoScalingGroup group = groups.get(instance.group());
    if (group != null) {
      group.health().changed();
    }
  }

  private void invoked(String action, AlarmEvaluation evaluation) {
    if (action.equals(ACTION)) {
      Condition condition = new Condition(evaluation.spec().name(), evaluation.state());
      for (Invocation each : invocations.getOrDefault(condition, List.of())) {
        each.group.invoke(each.policy, evaluation);
      }
    }
  }

  /** Returns the groups as they stand, in the order in which they were given. */
  public List<GroupStatus> groups() {
    return List.copyOf(groups.values());
  }

  /** Returns how often any group has changed: its sizes, its instances or its orders. */
  public long changes() {
    return changes;
  }

  /** Returns the scaling activities so far, in order of start; a view. */
  public List<ScalingActivity> activities() {
    return activities.activities();
  }

  /** Returns the decisions so far, in order of their first time; a view. */
  public List<LedgerEntry> ledger() {
    return ledger.entries();
  }

  /** Returns what came of the operations of users so far, by group and in order of time. */
  public List<OperationOutcome> operations() {
    return groups.values().stream().flatMap(group -> group.operations().stream()).toList();
  }

  /** Returns the instance refreshes so far, by group and in order of their start. */
  public List<InstanceRefresh> refreshes() {
    return groups.values().stream().flatMap(group -> group.refreshes().stream()).toList();
  }

  /** Returns the scale-outs by policies so far, by group and in order of time. */
  public List<ScaleOut> scaleOuts() {
    return groups.values().stream().flatMap(group -> group.scaleOuts().stream()).toList();
  }
}
