package io.headroom.elb;

import io.headroom.ec2.Server;
import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from one node to the targets of one target group: who may receive requests now, and whose
 * turn it is.
 */
final class Route {
  private final Node node;
  private final TargetGroup targetGroup;
  private final Cells cells;
  private final Router algorithm;
  private final SlowStart slowStart;
  private final @Nullable SurgeQueue surge;
  private final Cell unrouted;
  private @Nullable Cell[] byGroup = new @Nullable Cell[4];

  /** Whether the algorithm has no use for the requests under way. */
  private final boolean isBlind;

  /** The algorithm, if it is least outstanding requests. */
  private final @Nullable Fewest fewest;

  private Router router;
  private int[] rotation = {};

  /** Which slots the rotation holds. */
  private final BitSet members = new BitSet();

  private int healthy;
  private int registered;
  private boolean isOpen;
  private long sentBefore;
  private long failedOpen;
  private long failedOpenInMinute;
  private long probeErrors;
  private long probeErrorsInMinute;
  private boolean outOfDate;

  /** Whether the rotation is up to date, has a target, and the node is up. */
  private boolean isReady;

  Route(Node node, TargetGroup targetGroup, Cells cells, RandomStream random) {
    this.node = node;
    this.targetGroup = targetGroup;
    this.cells = cells;
    TargetGroupSpec spec = targetGroup.spec();
    algorithm = spec.routing().newRouter(random);
    slowStart = new SlowStart(SimTime.seconds(spec.slowStart().toNanos()));
    surge = node.balancer().spec().type() == LoadBalancerType.CLASSIC ? new SurgeQueue() : null;
    router = algorithm;
    isBlind = algorithm instanceof RoundRobin.Walk || algorithm instanceof RandomChoice.Draw;
    fewest = algorithm instanceof Fewest counts ? counts : null;
    unrouted = cells.add(this);
  }

  /** Returns whether the next choice depends on the requests under way. */
  boolean isCounting() {
    return !isBlind;
  }

  /** Returns whether somebody acts at the very instant at which a request ends. */
  boolean isFollowing() {
    return surge != null || !(isBlind || fewest != null);
  }

  Node node() {
    return node;
  }

  TargetGroup targetGroup() {
    return targetGroup;
  }

  Cell unrouted() {
    return unrouted;
  }

  @Nullable SurgeQueue surge() {
    return surge;
  }

  int[] rotation() {
    refresh();
    return rotation;
  }

  /** Returns whether a machine may take what waits for this route. */
  boolean sendsTo(Server server) {
    refresh();
    return server.isOpen() && members.get(server.slot());
  }

  /** Returns how many targets this node thinks are healthy. */
  int healthy() {
    refresh();
    return healthy;
  }

  /** Returns how many targets are registered for this node, draining ones not counted. */
  int registered() {
    refresh();
    return registered;
  }

  /** Returns the requests sent in the minute closed last while no target was healthy. */
  long failedOpenInMinute() {
    return failedOpenInMinute;
  }

  /** Counts a health check whose connection was refused. */
  void probeRefused() {
    probeErrors++;
  }

  /** Returns the health checks whose connection was refused in the minute closed last. */
  long probeErrorsInMinute() {
    return probeErrorsInMinute;
  }

  /** Closes a minute of the counts of health checks and of requests without a healthy target. */
  void closeMinute() {
    countFailedOpen();
    failedOpenInMinute = failedOpen;
    failedOpen = 0;
    probeErrorsInMinute = probeErrors;
    probeErrors = 0;
  }

  private void countFailedOpen() {
    long sent = 0;
    for (Cell cell : byGroup) {
      sent += cell == null ? 0 : cell.sent();
    }
    failedOpen += isOpen ? sent - sentBefore : 0;
    sentBefore = sent;
  }

  /**
   * Returns whether this route lets its node stay in DNS: a target is healthy, or none is there.
   */
  boolean keepsDns() {
    return healthy() > 0 || targetGroup.isEmpty();
  }

  /** Returns the cell for a group, which is made when its first request is sent. */
  Cell cell(int group) {
    Cell cell = group < byGroup.length ? byGroup[group] : null;
    return cell == null ? newCell(group) : cell;
  }

  private Cell newCell(int group) {
    if (group >= byGroup.length) {
      byGroup = Arrays.copyOf(byGroup, Math.max(2 * byGroup.length, group + 1));
    }
    Cell cell = cells.add(group, this);
    byGroup[group] = cell;
    return cell;
  }

  /**
   * Returns the slot of the server for the next request, -1 if no target may receive it.
   *
   * <p>The algorithms of AWS are asked by their class, so that each call is bound when the loop is
   * compiled, whatever ran in the virtual machine before.
   */
  int choose(long nowNanos) {
    if (!isReady) {
      refresh();
      if (!isReady) {
        return -1;
      }
    }
    if (router instanceof RoundRobin.Walk walk) {
      return walk.route(nowNanos);
    }
    if (router instanceof Fewest counts) {
      return counts.route(nowNanos);
    }
    if (router instanceof RandomChoice.Draw draw) {
      return draw.route(nowNanos);
    }
    return router instanceof SlowStart ramp ? ramp.route(nowNanos) : router.route(nowNanos);
  }

  /** Returns whether ends up to now have to be counted before the next choice. */
  boolean needsEnds() {
    return fewest != null && fewest.isCounting();
  }

  /** Learns that a request was sent to a machine. */
  void sent(int slot) {
    if (isBlind) {
      return;
    }
    if (fewest != null) {
      fewest.sent(slot);
    } else {
      algorithm.sent(slot);
    }
  }

  /** Learns that a request was sent to a machine, and when it will end. */
  void sent(int slot, long nowNanos, long endNanos) {
    if (fewest != null) {
      fewest.sent(slot, nowNanos, endNanos);
    }
  }

  /** Learns the end of a request that was sent before. */
  void known(int slot, long endNanos) {
    if (fewest != null) {
      fewest.known(slot, endNanos);
    }
  }

  /** Learns that the ends of the requests under way on a machine are not known any more. */
  void unknown(int slot, long nowNanos) {
    if (fewest != null) {
      fewest.unknown(slot, nowNanos);
    }
  }

  /** Learns that a request sent to a machine has ended. */
  void ended(int slot) {
    if (isBlind) {
      return;
    }
    if (fewest != null) {
      fewest.ended(slot);
    } else {
      algorithm.ended(slot);
    }
  }

  /**
   * Notes that targets, their health or the node have changed: the targets are taken anew before
   * they are looked at next.
   */
  void outdate() {
    outOfDate = true;
    isReady = false;
  }

  private void refresh() {
    if (outOfDate) {
      outOfDate = false;
      takeTargets();
      isReady = rotation.length > 0 && !node.isDown();
    }
  }

  private void takeTargets() {
    List<Target> scope = targetGroup.inScope(node);
    List<Target> fit = scope.stream().filter(target -> target.isHealthy(node)).toList();
    healthy = fit.size();
    registered = scope.size();
    countFailedOpen();
    isOpen = fit.isEmpty() && failsOpen();
    List<Target> chosen = isOpen ? scope : fit;
    rotation = chosen.stream().mapToInt(Target::slot).toArray();
    members.clear();
    Arrays.stream(rotation).forEach(members::set);
    boolean ramping = chosen.stream().anyMatch(Target::isRamping);
    router = ramping ? slowStart : algorithm;
    if (ramping) {
      slowStart.rotation(rotation.clone(), chosen.stream().mapToLong(Target::rampNanos).toArray());
    } else if (rotation.length > 0) {
      router.rotation(rotation.clone());
    }
  }

  /** Application and Network Load Balancers use all targets when none is healthy (FO-1, FO-5). */
  private boolean failsOpen() {
    LoadBalancerType type = node.balancer().spec().type();
    return type == LoadBalancerType.APPLICATION || type == LoadBalancerType.NETWORK;
  }
}
