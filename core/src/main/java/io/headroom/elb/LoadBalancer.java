package io.headroom.elb;

import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import io.headroom.workload.RequestProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One load balancer of one run: its nodes, which of them clients know, and the shares of its target
 * groups.
 */
public final class LoadBalancer {
  /** A record of the name stays in clients' caches for a minute. */
  static final long DNS_TTL_NANOS = SimTime.MINUTE;

  private final LoadBalancerSpec spec;
  private final List<Node> nodes = new ArrayList<>();
  private final List<TargetGroup> targetGroups = new ArrayList<>();
  private final int weightSum;
  private List<Node> inDns;
  private long bytes;

  LoadBalancer(LoadBalancerSpec spec) {
    this.spec = spec;
    spec.zones().forEach(zone -> nodes.add(new Node(this, zone)));
    weightSum = spec.forwards().stream().mapToInt(ForwardRule::weight).sum();
    inDns = List.copyOf(nodes);
  }

  /** Returns the settings. */
  public LoadBalancerSpec spec() {
    return spec;
  }

  void transfer(RequestProfile profile) {
    bytes += profile.requestBytes() + profile.responseBytes();
  }

  /** Returns the bytes between clients and the load balancer since the start of the run. */
  long bytes() {
    return bytes;
  }

  void add(TargetGroup targetGroup) {
    targetGroups.add(targetGroup);
  }

  /** Returns the target groups in the order of the forward rules. */
  public List<TargetGroup> targetGroups() {
    return Collections.unmodifiableList(targetGroups);
  }

  /** Returns the routes of all nodes. */
  List<Route> routes() {
    return nodes.stream().flatMap(node -> node.routes().values().stream()).toList();
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Node> nodesInDns() {
    return inDns;
  }

  /** Draws a target group by the weights of the forward action. */
  TargetGroup weighted(RandomStream random) {
    if (targetGroups.size() == 1 || weightSum == 0) {
      return targetGroups.get(0);
    }
    int draw = random.nextInt(weightSum);
    int chosen = 0;
    while (draw >= spec.forwards().get(chosen).weight()) {
      draw -= spec.forwards().get(chosen++).weight();
    }
    return targetGroups.get(chosen);
  }

  /** Takes nodes without healthy targets out of DNS, unless that leaves none (DNS-7 to DNS-10). */
  void refreshDns() {
    List<Node> good = nodes.stream().filter(this::isGood).toList();
    inDns = good.isEmpty() ? List.copyOf(nodes) : good;
  }

  private boolean isGood(Node node) {
    return !node.isDown()
        && (spec.type() == LoadBalancerType.DIRECT
            || node.routes().values().stream().allMatch(Route::keepsDns));
  }
}
