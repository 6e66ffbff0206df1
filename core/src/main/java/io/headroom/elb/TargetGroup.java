package io.headroom.elb;

import io.headroom.ec2.Instance;
import io.headroom.ec2.Server;
import io.headroom.sim.Phase;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A target group in one run: who is registered, what the nodes think of them, who drains. Not
 * thread-safe.
 *
 * <p>"Target groups for your Application Load Balancers", User Guide for Application Load
 * Balancers. Overall a target is healthy if any node thinks so, and unhealthy if any does and none
 * thinks it healthy.
 */
public final class TargetGroup {
  private final TargetGroupSpec spec;
  private final LoadBalancer balancer;
  private final ElbRun run;
  private final Map<Instance, Target> targets = new LinkedHashMap<>();
  private final Map<Instance, Target> history = new LinkedHashMap<>();
  private final List<Draining> drains = new ArrayList<>();
  private boolean passedCheck;
  private final List<Runnable> listeners = new ArrayList<>();

  TargetGroup(TargetGroupSpec spec, LoadBalancer balancer, ElbRun run) {
    this.spec = spec;
    this.balancer = balancer;
    this.run = run;
  }

  /** A deregistration under way. */
  private record Draining(Target target, long endNanos, Runnable drained) {}

  /** Returns the settings. */
  public TargetGroupSpec spec() {
    return spec;
  }

  /** Returns the load balancer that forwards to this target group. */
  public LoadBalancer balancer() {
    return balancer;
  }

  /** Returns whether no target is registered, draining ones not counted. */
  boolean isEmpty() {
    return targets.values().stream().allMatch(Target::isDraining);
  }

  /** Returns whether a target has passed its checks, so that verdicts count (HC6). */
  public boolean hasPassedCheck() {
    return passedCheck;
  }

  /** Registers an instance; its health checks begin. No effect on one that is registered. */
  public void register(Instance instance) {
    if (!targets.containsKey(instance)) {
      Target target = add(instance);
      for (Node node : target.views().keySet()) {
        new HealthProbe(this, target, node, run).start();
      }
      refresh();
    }
  }

  /** Registers an instance that all nodes think healthy, for the start of the run. */
  public void registerHealthy(Instance instance) {
    Target target = add(instance);
    passedCheck = true;
    target.becameHealthy(run.nowNanos(), false);
    for (Map.Entry<Node, NodeHealth> view : target.views().entrySet()) {
      view.getValue().assume(TargetHealth.HEALTHY);
      new HealthProbe(this, target, view.getKey(), run).start();
    }
    refresh();
  }

  private Target add(Instance instance) {
    Target target = new Target(instance);
    if (hasRoute(Route::isFollowing)) {
      instance.server().follow(run.nowNanos());
    } else if (hasRoute(Route::isCounting)) {
      instance.server().countEnds(run.nowNanos());
    }
    targets.put(instance, target);
    history.put(instance, target);
    boolean network = balancer.spec().type() == LoadBalancerType.NETWORK;
    int initialChecks = network ? spec.healthCheck().healthyThreshold() : 1;
    for (Node node : balancer.nodes()) {
      if (serves(node, instance)) {
        target.watch(node, new NodeHealth(spec.healthCheck(), initialChecks));
      }
    }
    return target;
  }

  private boolean hasRoute(Predicate<Route> which) {
    return balancer.nodes().stream().anyMatch(node -> which.test(node.route(this)));
  }

  /** A node serves targets of its own zone, with cross-zone those of all enabled zones. */
  private boolean serves(Node node, Instance instance) {
    boolean enabled = balancer.spec().zones().contains(instance.zone());
    return enabled && (isCrossZone() || node.zone().equals(instance.zone()));
  }

  boolean isCrossZone() {
    CrossZone effective =
        spec.crossZone() == CrossZone.INHERIT ? balancer.spec().crossZone() : spec.crossZone();
    return effective == CrossZone.ON;
  }

  /** Returns the targets that a node may send requests to if it thinks them healthy. */
  List<Target> inScope(Node node) {
    return targets.values().stream()
        .filter(target -> !target.isDraining() && target.views().containsKey(node))
        .toList();
  }

  /** Returns the registered targets, draining ones included, in order of registration. */
  List<Target> targets() {
    return List.copyOf(targets.values());
  }

  /** Tells somebody whenever a target has come, gone or changed its health. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Returns the state of an instance. */
  public TargetHealth health(Instance instance) {
    Target target = targets.get(instance);
    return target == null ? TargetHealth.UNUSED : target.health();
  }

  /** Returns when the instance first became healthy here, -1 if it has not; also after its end. */
  public long healthyNanos(Instance instance) {
    Target target = history.get(instance);
    return target == null ? -1 : target.healthyNanos();
  }

  /**
   * Returns when the instance first had its full share of the requests: when it became healthy, or
   * at the end of its slow start; -1 if it has not. Known also after its end.
   */
  public long fullShareNanos(Instance instance) {
    Target target = history.get(instance);
    return target == null ? -1 : target.fullShareNanos();
  }

  /** Returns whether the instance still ramps up under slow start. */
  public boolean isRamping(Instance instance) {
    Target target = targets.get(instance);
    return target != null && target.isRamping();
  }

  /** Takes the result of a check by one node. */
  void checked(Target target, Node node, boolean passed) {
    NodeHealth view = target.views().get(node);
    if (view == null || target.isDraining()) {
      return;
    }
    boolean changed = passed ? view.passed() : view.failed();
    passedCheck |= view.state() == TargetHealth.HEALTHY;
    if (changed) {
      healthChanged(target, view);
    }
  }

  private void healthChanged(Target target, NodeHealth view) {
    if (view.state() == TargetHealth.HEALTHY && !target.isRamping()) {
      boolean ramps = !spec.slowStart().isZero() && anotherTakesFullShare(target);
      target.becameHealthy(run.nowNanos(), ramps);
      if (ramps) {
        run.after(spec.slowStart(), Phase.WORLD, "slow start ends", () -> endRamp(target));
      }
    } else if (target.health() != TargetHealth.HEALTHY) {
      target.stopRamp();
    }
    refresh();
  }

  /** SS-2: a target ramps up only beside a healthy one that does not. */
  private boolean anotherTakesFullShare(Target ramping) {
    return targets.values().stream()
        .anyMatch(
            other ->
                other != ramping && other.health() == TargetHealth.HEALTHY && !other.isRamping());
  }

  private void endRamp(Target target) {
    if (target.isRamping() && run.nowNanos() - target.rampNanos() >= spec.slowStart().toNanos()) {
      target.endRamp(run.nowNanos());
      refresh();
    }
  }

  /**
   * Deregisters an instance: it gets no new requests.
   *
   * @param instance the instance
   * @param drained runs when requests under way have had their time; those left are cut then
   */
  public void deregister(Instance instance, Runnable drained) {
    Target target = targets.get(instance);
    if (target == null || target.isDraining()) {
      run.after(0, Phase.ACT, instance.id() + " drained", drained);
      return;
    }
    target.drain();
    refresh();
    Server server = instance.server();
    long endNanos = run.nowNanos() + spec.deregistrationDelay().toNanos();
    Draining draining = new Draining(target, endNanos, drained);
    drains.add(draining);
    run.after(
        spec.deregistrationDelay(), Phase.ACT, instance.id() + " drained", () -> finish(draining));
    if (endsWithLastRequest()) {
      server.watch(run.nowNanos());
      requestEnded(server.slot());
    }
  }

  /** A Classic Load Balancer is done with the last request; for the others it is a setting. */
  private boolean endsWithLastRequest() {
    return balancer.spec().type() == LoadBalancerType.CLASSIC
        || run.settings().drain() == ElbSettings.Drain.LAST_REQUEST;
  }

  /** Learns that a watched machine has ended a request. */
  void requestEnded(int slot) {
    for (Draining draining : List.copyOf(drains)) {
      Server server = draining.target().instance().server();
      if (server.slot() == slot && run.plane().losses().awaited(this, server) == 0) {
        run.after(
            0, Phase.ACT, draining.target().instance().id() + " drained", () -> finish(draining));
      }
    }
  }

  private void finish(Draining draining) {
    if (drains.remove(draining)) {
      Instance instance = draining.target().instance();
      run.plane().losses().cutDrained(this, instance.server(), run.nowNanos());
      targets.remove(instance);
      draining.drained().run();
    }
  }

  /** Takes the rotations of all nodes anew; DNS follows when clients' caches have expired. */
  void refresh() {
    listeners.forEach(Runnable::run);
    for (Node node : balancer.nodes()) {
      node.route(this).outdate();
    }
    run.refreshDnsLater(balancer);
  }

  /** Learns that a machine began or ceased to answer, which is all that a direct client sees. */
  void instanceChanged(Instance instance) {
    @Nullable Target target = targets.get(instance);
    if (target == null || balancer.spec().type() != LoadBalancerType.DIRECT) {
      return;
    }
    boolean open = instance.server().condition() == Server.Condition.OPEN;
    for (NodeHealth view : target.views().values()) {
      view.assume(open ? TargetHealth.HEALTHY : TargetHealth.UNHEALTHY);
    }
    if (open) {
      target.becameHealthy(run.nowNanos(), false);
    }
    refresh();
  }

  @Override
  public String toString() {
    return spec.name() + " at " + SimTime.format(run.nowNanos());
  }
}
