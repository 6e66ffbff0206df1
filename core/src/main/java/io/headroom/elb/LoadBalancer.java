package io.headroom.elb;

import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

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
  private final List<TrafficSource> sources = new ArrayList<>();

  /** The number of a target group for each unit of the weights of the forward action. */
  private final int[] owners;

  private List<Node> inDns;

  private boolean dnsPlanned;

  LoadBalancer(LoadBalancerSpec spec) {
    this.spec = spec;
    spec.zones().forEach(zone -> nodes.add(new Node(this, zone)));
    owners = owners(spec);
    inDns = List.copyOf(nodes);
  }

  private static int[] owners(LoadBalancerSpec spec) {
    return IntStream.range(0, spec.forwards().size())
        .flatMap(number -> IntStream.generate(() -> number).limit(weight(spec, number)))
        .toArray();
  }

  private static int weight(LoadBalancerSpec spec, int targetGroup) {
    return spec.forwards().get(targetGroup).weight();
  }

  /** Returns the settings. */
  public LoadBalancerSpec spec() {
    return spec;
  }

  void add(TrafficSource source) {
    sources.add(source);
    tell(source);
  }

  /** Returns the bytes between clients and the load balancer since the start of the run. */
  long bytes() {
    return sources.stream().mapToLong(TrafficSource::bytes).sum();
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

  private void tell(TrafficSource source) {
    source.follow(inDns.stream().map(this::routes).toArray(Route[][]::new));
  }

  private Route[] routes(Node node) {
    return targetGroups.stream().map(node::route).toArray(Route[]::new);
  }

  /** Draws the number of a target group by the weights of the forward action. */
  int weighted(RandomStream random) {
    return targetGroups.size() == 1 || owners.length == 0
        ? 0
        : owners[random.nextInt(owners.length)];
  }

  /** Notes that DNS is looked at when all is set up; false if that was noted before. */
  boolean planDnsAtStart() {
    boolean isFirst = !dnsPlanned;
    dnsPlanned = true;
    return isFirst;
  }

  /** Takes nodes without healthy targets out of DNS, unless that leaves none (DNS-7 to DNS-10). */
  void refreshDns() {
    List<Node> good = nodes.stream().filter(this::isGood).toList();
    inDns = good.isEmpty() ? List.copyOf(nodes) : good;
    sources.forEach(this::tell);
  }

  private boolean isGood(Node node) {
    return !node.isDown()
        && (spec.type() == LoadBalancerType.DIRECT
            || node.routes().values().stream().allMatch(Route::keepsDns));
  }
}
