package io.headroom.elb;

import io.headroom.cloudwatch.MetricStore;
import io.headroom.ec2.Bill.Line;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.PriceList;
import io.headroom.ec2.ServerPool;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.Simulator;
import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Elastic Load Balancing in one run: the load balancers, their target groups, and the traffic plane
 * that carries the requests. Not thread-safe.
 */
public final class LoadBalancers {
  private final Simulator simulator;
  private final ServerPool pool;
  private final Cells cells;
  private final TrafficPlane plane;
  private final ElbRun run;
  private final Map<String, LoadBalancer> balancers = new LinkedHashMap<>();
  private final Map<String, TargetGroup> targetGroups = new LinkedHashMap<>();
  private final CellsByRoute byRoute = new CellsByRoute();
  private final Map<LoadBalancer, BalancerUsage> usages = new LinkedHashMap<>();
  private final Map<LoadBalancer, BalancerMetrics> publishers = new LinkedHashMap<>();

  /**
   * What load balancers work with.
   *
   * @param simulator the kernel of the run
   * @param random the streams of the run
   * @param ec2 the instances
   * @param pool where they serve
   */
  public record Environment(Simulator simulator, RandomStreams random, Ec2 ec2, ServerPool pool) {}

  /**
   * Creates the load balancers and attaches the traffic plane to the kernel.
   *
   * @param environment what they work with
   * @param settings the named assumptions
   * @param slow completed requests whose response took longer count as slow
   */
  public LoadBalancers(Environment environment, ElbSettings settings, Duration slow) {
    simulator = environment.simulator;
    pool = environment.pool;
    cells = new Cells(slow.toNanos());
    plane = new TrafficPlane(pool, cells, simulator::overNanos);
    run = new ElbRun(simulator, environment.random, settings, plane);
    simulator.attach(plane);
    environment.ec2.onClose(instance -> plane.losses().cut(instance, simulator.nowNanos()));
    environment.ec2.onChange(this::instanceChanged);
  }

  /** Adds a load balancer with its target groups. */
  public LoadBalancer add(LoadBalancerSpec spec) {
    LoadBalancer balancer = new LoadBalancer(spec);
    balancers.put(spec.name(), balancer);
    for (ForwardRule rule : spec.forwards()) {
      TargetGroup targetGroup = new TargetGroup(rule.targetGroup(), balancer, run);
      balancer.add(targetGroup);
      targetGroups.put(rule.targetGroup().name(), targetGroup);
      for (Node node : balancer.nodes()) {
        String stream = "router/" + rule.targetGroup().name() + "/" + node.zone();
        Route route = new Route(node, targetGroup, cells, run.random().stream(stream));
        node.add(route);
        if (route.surge() != null) {
          plane.addSurging(route);
        }
      }
    }
    return balancer;
  }

  /**
   * Adds requests.
   *
   * @param to the logical name of a load balancer or of a target group
   * @param workload when they arrive
   * @param profile what each asks for
   * @param horizon the end of the run
   */
  public void addTraffic(String to, Workload workload, RequestProfile profile, Duration horizon) {
    int number = plane.sources().size();
    RandomStreams random = run.random().within("traffic/" + number);
    LoadBalancer balancer = balancers.get(to);
    Destination destination =
        balancer == null
            ? new Destination(targetGroup(to).balancer(), targetGroup(to), random.stream("route"))
            : new Destination(balancer, null, random.stream("route"));
    TrafficSource.Parts parts =
        new TrafficSource.Parts(
            workload.open(random.within("arrivals"), horizon.toNanos()),
            profile,
            random.stream("demand"),
            destination);
    TrafficSource source = new TrafficSource(parts, pool.requests(), number);
    plane.add(source);
    destination.balancer().add(source);
  }

  /** Returns the load balancers in the order in which they were added. */
  public List<LoadBalancer> all() {
    return List.copyOf(balancers.values());
  }

  /**
   * Returns a target group.
   *
   * @throws IllegalArgumentException if there is none with this logical name
   */
  public TargetGroup targetGroup(String name) {
    TargetGroup targetGroup = targetGroups.get(name);
    if (targetGroup == null) {
      throw new IllegalArgumentException("no target group is called " + name);
    }
    return targetGroup;
  }

  /** Returns the statistics of all requests; the list grows as nodes meet groups. */
  public List<Cell> cells() {
    settle();
    return Collections.unmodifiableList(new ArrayList<>(cells.all()));
  }

  /** Returns how many requests have arrived since the start of the run. */
  public long arrived() {
    return plane.sources().stream().mapToLong(TrafficSource::arrived).sum();
  }

  /**
   * Counts the requests under way by looking at each of them.
   *
   * @return how many for the number of each group that has any, or {@link Cell#NO_GROUP}
   */
  public Map<Integer, Long> inFlightByGroup() {
    Map<Integer, Long> counts = new TreeMap<>();
    plane.forEachAwaited(cell -> counts.merge(cell.group(), 1L, Long::sum), run.nowNanos());
    return counts;
  }

  /**
   * Lets the load balancers publish their metrics.
   *
   * @param store where data points go
   */
  public void publishTo(MetricStore store) {
    MetricsSink sink = new MetricsSink(store, run.settings());
    for (LoadBalancer balancer : balancers.values()) {
      publisher(balancer, sink).ifPresent(metrics -> publishers.put(balancer, metrics));
    }
  }

  private static Optional<BalancerMetrics> publisher(LoadBalancer balancer, MetricsSink sink) {
    return switch (balancer.spec().type()) {
      case APPLICATION -> Optional.of(new ApplicationMetrics(balancer, sink));
      case NETWORK -> Optional.of(new NetworkMetrics(balancer, sink));
      case CLASSIC -> Optional.of(new ClassicMetrics(balancer, sink));
      case DIRECT -> Optional.empty();
    };
  }

  /**
   * Publishes the minute that ends and takes it into the bill.
   *
   * @param minuteNanos the start of the minute
   * @param lengthNanos its length, shorter at the end of a run
   */
  public void publishMinute(long minuteNanos, long lengthNanos) {
    settle();
    cells.roundTimes();
    byRoute.update(cells.all());
    for (LoadBalancer balancer : balancers.values()) {
      MinuteTally tally = byRoute.tally(balancer.routes());
      BalancerUsage usage = usages.computeIfAbsent(balancer, b -> new BalancerUsage());
      BalancerUsage.Minute minute = usage.add(balancer, tally, lengthNanos);
      BalancerMetrics metrics = publishers.get(balancer);
      balancer.routes().forEach(Route::closeMinute);
      if (metrics != null) {
        metrics.publish(minuteNanos, byRoute, minute);
      }
    }
  }

  /** Counts every request that has ended by now. */
  private void settle() {
    pool.settleAll(simulator.nowNanos());
  }

  /** Returns the lines of the bill. */
  public List<Line> bill(PriceList prices) {
    BalancerBilling billing = new BalancerBilling(prices.loadBalancers());
    List<Line> lines = new ArrayList<>();
    usages.forEach((balancer, usage) -> lines.addAll(billing.lines(balancer, usage)));
    return lines;
  }

  /** Begins a new minute of statistics, after everyone has read the old one. */
  public void closeMinute() {
    settle();
    cells.all().forEach(Cell::closeMinute);
  }

  /** Takes the nodes of a zone down with it. */
  public void failZone(String zone) {
    setDown(zone, true);
  }

  /** Brings the nodes of a zone back. */
  public void restoreZone(String zone) {
    setDown(zone, false);
  }

  private void setDown(String zone, boolean down) {
    for (LoadBalancer balancer : balancers.values()) {
      for (Node node : balancer.nodes()) {
        if (node.zone().equals(zone)) {
          node.setDown(down);
          run.refreshDnsLater(balancer);
        }
      }
    }
  }

  private void instanceChanged(Instance instance) {
    targetGroups.values().forEach(targetGroup -> targetGroup.instanceChanged(instance));
  }
}
