package io.headroom.cloudwatch.composite;

import io.headroom.cloudwatch.Alarm;
import io.headroom.cloudwatch.AlarmSchedule;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.sim.Phase;
import io.headroom.sim.Simulator;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The composite alarms of one run. Each is evaluated when it is created or updated and whenever an
 * alarm that its rule names changes state, once all alarms of that instant have been evaluated,
 * children before parents. Members of a circle are not evaluated. Not thread-safe.
 */
public final class CompositeAlarms {
  private static final int MAX_PARENTS = 150;

  private final Simulator simulator;
  private final AlarmSchedule alarms;
  private final Map<String, CompositeAlarm> composites = new TreeMap<>();
  private final Set<String> changed = new LinkedHashSet<>();
  private boolean isPlanned;
  private CompositeGraph graph = new CompositeGraph(List.of());

  /** Creates an empty collection over the alarms of a run. */
  public CompositeAlarms(Simulator simulator, AlarmSchedule alarms) {
    this.simulator = simulator;
    this.alarms = alarms;
    alarms.onTransition(evaluation -> alarmChanged(evaluation.spec().name()));
  }

  /** Returns the members of a circle among composite alarms, if there is one. */
  public static Optional<List<String>> circle(Collection<CompositeAlarmSpec> composites) {
    return new CompositeGraph(composites).circle();
  }

  /**
   * Creates composite alarms in the order in which they depend on each other.
   *
   * @throws IllegalArgumentException if CloudWatch would refuse one
   */
  public void addAll(Collection<CompositeAlarmSpec> specs) {
    Map<String, CompositeAlarmSpec> byName = new TreeMap<>();
    specs.forEach(spec -> byName.put(spec.name(), spec));
    new CompositeGraph(specs)
        .order().stream().map(byName::get).filter(Objects::nonNull).forEach(this::add);
  }

  /**
   * Creates a composite alarm, or replaces the configuration of the one with this name, which keeps
   * its state.
   *
   * @throws IllegalArgumentException if CloudWatch would refuse it: for an alarm that does not
   *     exist, or a child that serves 150 composites already
   */
  public CompositeAlarm add(CompositeAlarmSpec spec) {
    spec.valid();
    for (String name : spec.dependencies()) {
      if (stateOf(name).isEmpty()) {
        throw new IllegalArgumentException(
            "composite alarm '%s': there is no alarm '%s'".formatted(spec.name(), name));
      }
    }
    spec.children().forEach(child -> checkParents(spec, child));
    CompositeAlarm alarm = composites.get(spec.name());
    if (alarm == null) {
      alarm = new CompositeAlarm(spec, name -> stateOf(name).orElse(AlarmState.INSUFFICIENT_DATA));
      composites.put(spec.name(), alarm);
    } else {
      alarm.update(spec);
    }
    graph = new CompositeGraph(composites.values().stream().map(CompositeAlarm::spec).toList());
    plan(spec.name());
    return alarm;
  }

  private void checkParents(CompositeAlarmSpec spec, String child) {
    long parents =
        composites.values().stream()
            .map(CompositeAlarm::spec)
            .filter(each -> !each.name().equals(spec.name()) && each.children().contains(child))
            .count();
    if (parents >= MAX_PARENTS) {
      throw new IllegalArgumentException(
          "composite alarm '%s': the alarm '%s' serves %d composite alarms already"
              .formatted(spec.name(), child, MAX_PARENTS));
    }
  }

  /**
   * Deletes a composite alarm.
   *
   * @throws IllegalStateException if it is a member of a circle
   */
  public void remove(String name) {
    if (graph.isCircular(name)) {
      throw new IllegalStateException(
          "composite alarm '%s' depends on itself; change a rule of the circle first"
              .formatted(name));
    }
    composites.remove(name);
    graph = new CompositeGraph(composites.values().stream().map(CompositeAlarm::spec).toList());
  }

  /**
   * Forces a state, which lasts until a child changes or the alarm is updated.
   *
   * @throws IllegalArgumentException if there is no composite alarm of this name
   */
  public void setState(String name, AlarmState state, String reason) {
    CompositeAlarm alarm = composites.get(name);
    if (alarm == null) {
      throw new IllegalArgumentException("there is no composite alarm '" + name + "'");
    }
    if (alarm.force(state, simulator.nowNanos(), reason)) {
      alarmChanged(name);
    }
    await(alarm);
  }

  /** Returns the composite alarms, sorted by name. */
  public Collection<CompositeAlarm> alarms() {
    return List.copyOf(composites.values());
  }

  /** Returns the state of an alarm, composite or not, if there is one of this name. */
  public Optional<AlarmState> stateOf(String name) {
    CompositeAlarm composite = composites.get(name);
    return composite == null
        ? alarms.alarm(name).map(Alarm::state)
        : Optional.of(composite.state());
  }

  private void alarmChanged(String name) {
    for (CompositeAlarm composite : composites.values()) {
      if (composite.spec().dependencies().contains(name)) {
        plan(composite.spec().name());
      }
    }
  }

  /** Plans an evaluation at this instant, behind the alarms that are due at it. */
  private void plan(String name) {
    changed.add(name);
    if (!isPlanned) {
      isPlanned = true;
      simulator.schedule(
          simulator.nowNanos(), Phase.EVALUATE, "evaluation of composite alarms", this::evaluate);
    }
  }

  /** Evaluates what has changed; a change may plan others, and the suppressor of one before. */
  private void evaluate() {
    Optional<String> next = next();
    while (next.isPresent()) {
      changed.remove(next.get());
      evaluate(next.get());
      next = next();
    }
    changed.clear();
    isPlanned = false;
  }

  private Optional<String> next() {
    return graph.order().stream()
        .filter(name -> changed.contains(name) && !graph.isCircular(name))
        .findFirst();
  }

  private void evaluate(String name) {
    CompositeAlarm alarm = composites.get(name);
    if (alarm != null) {
      alarm.watchSuppressor(simulator.nowNanos());
      if (alarm.evaluate(simulator.nowNanos())) {
        alarmChanged(name);
      }
      await(alarm);
    }
  }

  private void await(CompositeAlarm alarm) {
    alarm
        .nextNanos()
        .ifPresent(
            endNanos ->
                simulator.schedule(
                    endNanos,
                    Phase.EVALUATE,
                    "end of suppression of " + alarm.spec().name(),
                    () -> alarm.reached(endNanos)));
  }
}
