package io.headroom.elb;

import io.headroom.ec2.PlannedRequests;
import io.headroom.ec2.Requests;
import io.headroom.ec2.Server;
import io.headroom.ec2.ServerPool;
import io.headroom.ec2.WinnerTree;
import io.headroom.sim.HotSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Carries every request from its arrival to its end, without an object for any of them.
 *
 * <p>Three kinds of event compete for the next turn: the end of a request on a machine (the root of
 * the {@link WinnerTree}), a deadline, and an arrival. At one instant ends go first, by slot number
 * of the machine, then deadlines, then arrivals in the order in which the sources were added.
 *
 * <p>A request whose end is certain goes to the {@link Planner} and is no event any more. Any other
 * that is under way is a row of {@link Requests}; its row says which {@link Cell} counts it, and
 * the cell knows the route. Not thread-safe.
 */
final class TrafficPlane implements HotSource {
  private final ServerPool pool;
  private final Requests requests;
  private final WinnerTree ends;
  private final Cells cells;
  private final Sources sources = new Sources();
  private final Planner planner;
  private final Probes probes = new Probes();
  private final Losses losses;
  private final List<Runnable> news = new ArrayList<>();
  private final List<Route> surging = new ArrayList<>();
  private int surged;
  private long ended;
  private long expired;

  /** Up to here arrivals and ends are all there is: no deadline, no news, no control event. */
  private long calmNanos;

  /**
   * Creates a plane without traffic.
   *
   * @param pool the machines
   * @param cells where requests are counted
   * @param over the last instant whose requests have all had their turn
   */
  TrafficPlane(ServerPool pool, Cells cells, LongSupplier over) {
    this.pool = pool;
    this.requests = pool.requests();
    this.ends = pool.ends();
    this.cells = cells;
    losses = new Losses(pool, cells, sources, probes);
    planner = new Planner(requests, cells, sources);
    pool.settler(new Settling(over));
  }

  /** Brings a machine up to the present for somebody who looks at it or disturbs it. */
  private final class Settling implements ServerPool.Settler {
    private final LongSupplier over;

    Settling(LongSupplier over) {
      this.over = over;
    }

    @Override
    public void settle(Server server, long nowNanos) {
      long untilNanos = Math.min(nowNanos, over.getAsLong());
      PlannedRequests plan = server.plan();
      if (plan == null) {
        TrafficPlane.this.settle(server, untilNanos);
      } else {
        planner.settle(plan, untilNanos);
      }
    }

    @Override
    public void unplan(Server server, long nowNanos) {
      TrafficPlane.this.unplan(server, Math.min(nowNanos, over.getAsLong()));
    }
  }

  void add(TrafficSource source) {
    sources.add(source);
  }

  /** Notes a route whose node holds requests that no instance can take. */
  void addSurging(Route route) {
    surging.add(route);
  }

  /** Returns who ends requests that get no answer. */
  Losses losses() {
    return losses;
  }

  List<TrafficSource> sources() {
    return sources.all();
  }

  @Override
  public long events() {
    return sources.arrived() + ended + planner.ended() + expired;
  }

  @Override
  public long nextNanos() {
    return Math.min(ends.nextNanos(), Math.min(sources.deadlineNanos(), sources.arrivalNanos()));
  }

  @Override
  public long advance(long limitNanos) {
    while (true) {
      calmNanos = calmUntil(limitNanos);
      long nowNanos = runCalm();
      if (!news.isEmpty()) {
        return nowNanos;
      }
      // Unless the next deadline has moved on: then there may be arrivals before it.
      if (calmNanos == calmUntil(limitNanos)) {
        long deadlineNanos = sources.deadlineNanos();
        if (deadlineNanos > limitNanos) {
          return limitNanos;
        }
        if (!endBefore(deadlineNanos)) {
          return deadlineNanos;
        }
        expire(deadlineNanos);
      }
    }
  }

  private long calmUntil(long limitNanos) {
    return Math.min(limitNanos, sources.deadlineNanos() - 1);
  }

  /**
   * The loop over requests: arrivals and ends in turn, for as long as the calm lasts.
   *
   * @return the time of the last event
   */
  private long runCalm() {
    long nowNanos = 0;
    while (true) {
      long endNanos = ends.nextNanos();
      long arrivalNanos = sources.arrivalNanos();
      if (endNanos <= arrivalNanos) {
        if (endNanos > calmNanos) {
          return nowNanos;
        }
        nowNanos = endNanos;
        end(pool.server(ends.nextSlot()));
      } else {
        if (arrivalNanos > calmNanos) {
          return nowNanos;
        }
        nowNanos = arrivalNanos;
        arrive(nowNanos);
      }
    }
  }

  /** Ends what is due at the instant of a deadline; false if there is news. */
  private boolean endBefore(long deadlineNanos) {
    while (ends.nextNanos() <= deadlineNanos && news.isEmpty()) {
      end(pool.server(ends.nextSlot()));
    }
    return news.isEmpty();
  }

  @Override
  public void deliver() {
    if (!news.isEmpty()) {
      List<Runnable> delivered = List.copyOf(news);
      news.clear();
      delivered.forEach(Runnable::run);
    }
  }

  private void tell(Runnable item) {
    news.add(item);
    calmNanos = Long.MIN_VALUE;
  }

  private void arrive(long nowNanos) {
    TrafficSource source = Objects.requireNonNull(sources.next());
    long demandNanos = source.takeDemandNanos();
    sources.moved(source);
    Route route = source.pick();
    if (route.needsEnds()) {
      settleCounted(nowNanos);
    }
    int slot = route.choose(nowNanos);
    if (slot < 0) {
      reject(route);
      return;
    }
    PlannedRequests plan = pool.plan(slot);
    if (plan == null || !plan(plan, source, route, slot, nowNanos, demandNanos)) {
      carry(source, route, pool.server(slot), nowNanos, demandNanos);
    }
  }

  /** Ends what is due on machines whose requests under way a router counts. */
  private void settleCounted(long nowNanos) {
    int slot = pool.nextDue(0, nowNanos);
    while (slot >= 0) {
      settle(pool.server(slot), nowNanos);
      slot = pool.nextDue(slot + 1, nowNanos);
    }
  }

  /** Plans a request from its arrival to its end, if the machine can go on with its plan. */
  private boolean plan(
      PlannedRequests plan,
      TrafficSource source,
      Route route,
      int slot,
      long nowNanos,
      long demandNanos) {
    Cell cell = route.cell(plan.group());
    if (!planner.take(plan, source, slot, cell, nowNanos, demandNanos)) {
      unplan(pool.server(slot), nowNanos);
      return false;
    }
    cell.send();
    plan.transfer(source.requestBytes(), source.responseBytes());
    return true;
  }

  private void unplan(Server server, long nowNanos) {
    PlannedRequests plan = server.plan();
    if (plan != null) {
      planner.end(server, plan, nowNanos);
      calmNanos = Math.min(calmNanos, sources.deadlineNanos() - 1);
    }
  }

  private void carry(
      TrafficSource source, Route route, Server server, long nowNanos, long demandNanos) {
    settle(server, nowNanos);
    int request = requests.take(nowNanos, demandNanos);
    if (server.isOpen()) {
      serve(source, route, server, request);
    } else if (server.condition() != Server.Condition.SILENT) {
      refuse(route, server, request);
    } else {
      awaitInVain(source, route, server, request);
    }
    if (server.planning().isPossible(nowNanos)) {
      planner.begin(server, nowNanos);
    }
  }

  private static void reject(Route route) {
    Cell cell = route.unrouted();
    cell.send();
    cell.count(route.node().isDown() ? Outcome.CONNECT_TIMEOUT : Outcome.NO_TARGET);
  }

  private void serve(TrafficSource source, Route route, Server server, int request) {
    if (server.offer(requests.arrivalNanos(request), request)) {
      send(route, server, request);
      server.transfer(source.requestBytes(), source.responseBytes());
      await(source.waits(), request);
    } else if (route.surge() != null) {
      surge(source, route, route.surge(), request);
    } else {
      refuse(route, server, request);
    }
  }

  private void send(Route route, Server server, int request) {
    Cell cell = route.cell(server.group());
    requests.send(request, server.slot(), cell.index());
    cell.send();
    route.sent(server.slot());
  }

  private void await(Deadlines deadlines, int request) {
    if (deadlines.add(request, requests.arrivalNanos(request))) {
      sources.planned(deadlines);
      calmNanos = Math.min(calmNanos, sources.deadlineNanos() - 1);
    }
  }

  private void refuse(Route route, Server server, int request) {
    Cell cell = route.cell(server.group());
    cell.send();
    cell.count(Outcome.REFUSED);
    requests.release(request);
  }

  /** The machine does not answer at all: no server holds the request, it ends by its deadline. */
  private void awaitInVain(TrafficSource source, Route route, Server server, int request) {
    send(route, server, request);
    await(source.connects(), request);
  }

  /** No healthy instance of a Classic Load Balancer's node has room where the algorithm looked. */
  private void surge(TrafficSource source, Route route, SurgeQueue surge, int request) {
    for (int slot : route.rotation()) {
      Server server = pool.server(slot);
      if (server.condition() == Server.Condition.OPEN && !server.isFull()) {
        serve(source, route, server, request);
        return;
      }
    }
    Cell cell = route.unrouted();
    cell.send();
    requests.send(request, -1, cell.index());
    if (surge.add(request)) {
      surged++;
      await(source.waits(), request);
    } else {
      cell.count(Outcome.SPILLOVER);
      requests.release(request);
    }
  }

  /** Ends what is due on a machine whose ends are not followed. */
  private void settle(Server server, long nowNanos) {
    while (server.nextEndNanos() <= nowNanos) {
      end(server);
    }
  }

  private void end(Server server) {
    if (server.plan() != null) {
      ended++;
      tell(probes.remove(server.planning().endCheck()));
      return;
    }
    long nowNanos = server.nextEndNanos();
    int request = server.end();
    ended++;
    long label = requests.label(request);
    if (Requests.isAwaited(label)) {
      complete(server, request, cells.get(Requests.cell(label)), nowNanos);
    } else if (requests.state(request) == Requests.PROBE) {
      server.unfollow();
      tell(probes.remove(requests.cell(request)));
    }
    requests.release(request);
    if (surged > 0) {
      surging.forEach(route -> takeFromSurge(route, server, nowNanos));
    }
  }

  private void complete(Server server, int request, Cell cell, long nowNanos) {
    cell.complete(nowNanos - requests.arrivalNanos(request));
    if (server.isObserved()) {
      Route route = cell.route();
      route.ended(server.slot());
      if (server.isWatched()) {
        tell(() -> route.targetGroup().requestEnded(server.slot()));
      }
    }
  }

  /** A machine with room takes what waits in the surge queue of a node that may send to it. */
  private void takeFromSurge(Route route, Server server, long nowNanos) {
    SurgeQueue surge = route.surge();
    while (surge != null && !surge.isEmpty() && !server.isFull() && route.sendsTo(server)) {
      int request = surge.poll();
      surged--;
      if (requests.state(request) == Requests.AWAITED) {
        route.unrouted().unsend();
        server.offer(nowNanos, request);
        send(route, server, request);
      } else {
        requests.release(request);
      }
    }
  }

  private void expire(long nowNanos) {
    while (sources.deadlineNanos() <= nowNanos) {
      Deadlines deadlines = sources.dueDeadlines();
      int request = deadlines.due(nowNanos);
      if (request >= 0 && isStillAwaited(request, nowNanos)) {
        deadlines.take();
        expire(request, sources.outcome(deadlines));
      }
      sources.planned(deadlines);
    }
  }

  /** A request may have ended without anybody having asked. */
  private boolean isStillAwaited(int request, long nowNanos) {
    int slot = requests.server(request);
    if (slot >= 0) {
      settle(pool.server(slot), nowNanos);
    }
    return requests.state(request) == Requests.AWAITED;
  }

  private void expire(int request, Outcome outcome) {
    expired++;
    losses.fail(request, outcome);
    if (outcome == Outcome.CONNECT_TIMEOUT) {
      requests.release(request);
    }
  }

  /** Hands over the cell of each request that a client waits for. */
  void forEachAwaited(Consumer<Cell> consumer, long nowNanos) {
    pool.settleAll(nowNanos);
    requests.forEachAwaited(cell -> consumer.accept(cells.get(cell)));
    pool.forEachPlan(plan -> planner.forEachAwaited(plan, consumer));
  }

  /**
   * Sends a health check to a machine that is open.
   *
   * @param answered runs, with the clock at that time, when the machine has answered
   * @return whether the machine took the connection
   */
  boolean probe(Server server, long nowNanos, long demandNanos, Runnable answered) {
    int number = probes.add(answered);
    if (planner.check(server, nowNanos, demandNanos, number)) {
      return true;
    }
    server.follow(nowNanos);
    if (server.isFull()) {
      server.unfollow();
      probes.remove(number);
      return false;
    }
    int request = requests.take(nowNanos, demandNanos);
    requests.probe(request, server.slot(), number);
    server.offer(nowNanos, request, demandNanos);
    return true;
  }
}
