package io.headroom.elb;

import io.headroom.ec2.Server;
import io.headroom.sim.EventHandle;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one target by one node, on a fixed grid from registration to deregistration.
 *
 * <p>A check is a request like any other on the target (HC-12): an overloaded machine answers late
 * or not at all. A closed port or a full accept queue fails at once, silence fails by the timeout.
 */
final class HealthProbe {
  private final TargetGroup targetGroup;
  private final Target target;
  private final Node node;
  private final ElbRun run;

  // Made once: a month of an idle fleet is a billion checks.
  private final String name;
  private final String timeoutName;
  private final Runnable check = this::check;
  private final Runnable answered = this::answered;
  private final Runnable timedOut = this::timedOut;
  private @Nullable EventHandle timeout;

  HealthProbe(TargetGroup targetGroup, Target target, Node node, ElbRun run) {
    this.targetGroup = targetGroup;
    this.target = target;
    this.node = node;
    this.run = run;
    name = "health check of " + target.instance().id() + " from " + node.zone();
    timeoutName = name + " timeout";
  }

  /** Plans the first check; a direct client does not check. */
  void start() {
    if (node.balancer().spec().type() != LoadBalancerType.DIRECT) {
      run.after(firstDelayNanos(), Phase.EVALUATE, name, check);
    }
  }

  private long firstDelayNanos() {
    RandomStream random =
        run.random().stream(
            "health-check/" + targetGroup.spec().name() + "/" + node.zone(),
            target.instance().ordinal());
    ElbSettings settings = run.settings();
    if (node.balancer().spec().type() == LoadBalancerType.NETWORK) {
      return settings.networkFirstCheck().toNanos()
          + (long) (random.nextDouble() * settings.networkFirstCheckSpread().toNanos());
    }
    return (long) (random.nextDouble() * settings.healthCheckPhase().toNanos());
  }

  private void check() {
    if (target.isDraining()) {
      return;
    }
    run.after(targetGroup.spec().healthCheck().interval(), Phase.EVALUATE, name, check);
    if (!node.isDown()) {
      send();
    }
  }

  private void send() {
    Server server = target.instance().server();
    long demandNanos = run.settings().probeDemand().toNanos();
    switch (server.condition()) {
      case CLOSED -> refused();
      case SILENT -> awaitAnswer();
      case STARTING, OPEN -> {
        if (run.plane().probe(server, run.nowNanos(), demandNanos, answered)) {
          awaitAnswer();
        } else {
          refused();
        }
      }
    }
  }

  private void refused() {
    node.route(targetGroup).probeRefused();
    targetGroup.checked(target, node, false);
  }

  private void awaitAnswer() {
    timeout =
        run.after(
            targetGroup.spec().healthCheck().timeout(), Phase.EVALUATE, timeoutName, timedOut);
  }

  private void answered() {
    if (timeout != null) {
      timeout.cancel();
      timeout = null;
      targetGroup.checked(target, node, true);
    }
  }

  private void timedOut() {
    timeout = null;
    targetGroup.checked(target, node, false);
  }
}
