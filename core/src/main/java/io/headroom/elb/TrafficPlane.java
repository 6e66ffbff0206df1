package io.headroom.elb;

import io.headroom.ec2.Instance;
import io.headroom.ec2.Requests;
import io.headroom.ec2.Server;
import io.headroom.ec2.ServerPool;
import io.headroom.ec2.WinnerTree;
import io.headroom.sim.HotSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries every request from its arrival to its end, without an object for any of them.
 *
 * <p>Three kinds of event compete for the next turn: the end of a request on a machine (the root of
 * the {@link WinnerTree}), a deadline, and an arrival. At one instant ends go first, by slot number
 * of the machine, then deadlines, then arrivals in the order in which the sources were added. A
 * request under way is a row of {@link Requests}; its row says which {@link Cell} counts it, and
 * the cell knows the route. Not thread-safe.
 */
final class TrafficPlane implements HotSource {
  private final ServerPool pool;
  private final Requests requests;
  private final WinnerTree ends;
  private final Cells cells;
  private final List<TrafficSource> sources = new ArrayList<>();
  private final List<@Nullable Runnable> probes = new ArrayList<>();
  private final List<Runnable> news = new ArrayList<>();
  private final List<Route> surging = new ArrayList<>();
  private int nextSource;
  private long arrivalNanos = NEVER;
  private long deadlineNanos = NEVER;
  private long events;

  TrafficPlane(ServerPool pool, Cells cells) {
    this.pool = pool;
    this.requests = pool.requests();
    this.ends = pool.ends();
    this.cells = cells;
  }

  void add(TrafficSource source) {
    sources.add(source);
    findNextArrival();
  }

  /** Notes a route whose node holds requests that no instance can take. */
  void addSurging(Route route) {
    surging.add(route);
  }

  List<TrafficSource> sources() {
    return sources;
  }

  @Override
  public long events() {
    return events;
  }

  @Override
  public long nextNanos() {
    return Math.min(ends.nextNanos(), Math.min(deadlineNanos, arrivalNanos));
  }

  @Override
  public long advance(long limitNanos) {
    while (news.isEmpty()) {
      long endNanos = ends.nextNanos();
      long otherNanos = Math.min(deadlineNanos, arrivalNanos);
      long nowNanos = Math.min(endNanos, otherNanos);
      if (nowNanos > limitNanos) {
        return limitNanos;
      }
      events++;
      if (endNanos == nowNanos) {
        end(ends.nextSlot(), nowNanos);
      } else if (deadlineNanos == nowNanos) {
        expire(nowNanos);
      } else {
        arrive(nowNanos);
      }
      if (!news.isEmpty()) {
        return nowNanos;
      }
    }
    return limitNanos;
  }

  @Override
  public void deliver() {
    if (!news.isEmpty()) {
      List<Runnable> delivered = List.copyOf(news);
      news.clear();
      delivered.forEach(Runnable::run);
    }
  }

  private void arrive(long nowNanos) {
    TrafficSource source = sources.get(nextSource);
    source.advance();
    findNextArrival();
    source.destination().balancer().transfer(source.profile());
    long demandNanos = source.drawDemandNanos();
    Route route = source.destination().pick();
    int slot = route.node().isDown() ? -1 : route.choose(nowNanos);
    if (slot < 0) {
      reject(route);
      return;
    }
    int request = requests.take(Requests.AWAITED, nowNanos, demandNanos);
    Server server = pool.server(slot);
    switch (server.condition()) {
      case OPEN -> serve(source, route, server, request);
      case CLOSED -> refuse(route, server, request);
      case SILENT -> awaitInVain(source, route, server, request);
    }
  }

  private void findNextArrival() {
    if (sources.size() == 1) {
      arrivalNanos = sources.get(0).nextNanos();
      return;
    }
    arrivalNanos = NEVER;
    for (int i = 0; i < sources.size(); i++) {
      long nanos = sources.get(i).nextNanos();
      if (nanos < arrivalNanos) {
        arrivalNanos = nanos;
        nextSource = i;
      }
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
      server.transfer(source.profile().requestBytes(), source.profile().responseBytes());
      await(source.waits(), request);
      ends.set(server.slot(), server.nextEndNanos());
    } else if (route.surge() != null) {
      surge(source, route, route.surge(), request);
    } else {
      refuse(route, server, request);
    }
  }

  private void send(Route route, Server server, int request) {
    Cell cell = route.cell(server.group());
    requests.assign(request, server.slot(), cell.index());
    cell.send();
    route.router().sent(server.slot());
  }

  private void await(Deadlines deadlines, int request) {
    deadlines.add(request, requests.arrivalNanos(request));
    deadlineNanos = Math.min(deadlineNanos, deadlines.nextNanos());
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
    requests.assign(request, -1, cell.index());
    if (surge.add(request)) {
      await(source.waits(), request);
    } else {
      cell.count(Outcome.SPILLOVER);
      requests.release(request);
    }
  }

  private void end(int slot, long nowNanos) {
    Server server = pool.server(slot);
    int request = server.end(nowNanos);
    switch (requests.state(request)) {
      case Requests.AWAITED -> complete(server, request, nowNanos);
      case Requests.PROBE -> endProbe(request);
      default -> requests.release(request);
    }
    for (Route route : surging) {
      takeFromSurge(route, server, nowNanos);
    }
    ends.set(slot, server.nextEndNanos());
  }

  private void complete(Server server, int request, long nowNanos) {
    Cell cell = cells.get(requests.cell(request));
    cell.complete(nowNanos - requests.arrivalNanos(request));
    requests.release(request);
    Route route = cell.route();
    route.router().ended(server.slot());
    if (server.isWatched()) {
      news.add(() -> route.targetGroup().requestEnded(server.slot()));
    }
  }

  /** A machine with room takes what waits in the surge queue of a node that may send to it. */
  private void takeFromSurge(Route route, Server server, long nowNanos) {
    SurgeQueue surge = route.surge();
    while (surge != null && !surge.isEmpty() && !server.isFull() && route.sendsTo(server)) {
      int request = surge.poll();
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
    deadlineNanos = NEVER;
    for (TrafficSource source : sources) {
      expire(source.waits(), source.timeoutOutcome(), nowNanos);
      expire(source.connects(), Outcome.CONNECT_TIMEOUT, nowNanos);
      deadlineNanos =
          Math.min(
              deadlineNanos, Math.min(source.waits().nextNanos(), source.connects().nextNanos()));
    }
  }

  private void expire(Deadlines deadlines, Outcome outcome, long nowNanos) {
    if (deadlines.nextNanos() > nowNanos) {
      return;
    }
    for (int request = deadlines.expired(nowNanos);
        request >= 0;
        request = deadlines.expired(nowNanos)) {
      fail(request, outcome);
      if (outcome == Outcome.CONNECT_TIMEOUT) {
        requests.release(request);
      }
    }
  }

  /** Ends an awaited request for its client; the machine, if it holds it, goes on with the work. */
  private void fail(int request, Outcome outcome) {
    Cell cell = cells.get(requests.cell(request));
    cell.count(outcome);
    if (requests.server(request) >= 0) {
      cell.route().router().ended(requests.server(request));
    }
    requests.abandon(request);
  }

  /**
   * Sends a health check to a machine that is open.
   *
   * @param answered runs, with the clock at that time, when the machine has answered
   * @return whether the machine took the connection
   */
  boolean probe(Server server, long nowNanos, long demandNanos, Runnable answered) {
    if (server.isFull()) {
      return false;
    }
    int request = requests.take(Requests.PROBE, nowNanos, demandNanos);
    int number = probes.indexOf(null);
    if (number < 0) {
      number = probes.size();
      probes.add(answered);
    } else {
      probes.set(number, answered);
    }
    requests.assign(request, server.slot(), number);
    server.offer(nowNanos, request);
    ends.set(server.slot(), server.nextEndNanos());
    return true;
  }

  private void endProbe(int request) {
    Runnable answered = probes.set(requests.cell(request), null);
    requests.release(request);
    if (answered != null) {
      news.add(answered);
    }
  }

  /** Loses all requests of a machine that ends. */
  void cut(Instance instance, long nowNanos) {
    Server server = instance.server();
    server.cut(nowNanos, this::lose);
    for (TrafficSource source : sources) {
      source.connects().forEach(request -> loseIfOn(server, request));
    }
  }

  private void loseIfOn(Server server, int request) {
    if (requests.server(request) == server.slot()) {
      lose(request);
    }
  }

  private void lose(int request) {
    switch (requests.state(request)) {
      case Requests.AWAITED -> fail(request, Outcome.CUT);
      case Requests.PROBE -> probes.set(requests.cell(request), null);
      default -> {}
    }
    requests.release(request);
  }

  /** Tells the clients of a target group's requests on a machine that they failed. */
  void cutDrained(TargetGroup targetGroup, Server server) {
    server.forEach(
        request -> {
          if (isOf(targetGroup, request)) {
            fail(request, Outcome.CUT);
          }
        });
  }

  /** Returns how many requests of a target group a machine holds. */
  int awaited(TargetGroup targetGroup, Server server) {
    int[] count = {0};
    server.forEach(request -> count[0] += isOf(targetGroup, request) ? 1 : 0);
    return count[0];
  }

  private boolean isOf(TargetGroup targetGroup, int request) {
    return requests.state(request) == Requests.AWAITED
        && cells.get(requests.cell(request)).route().targetGroup() == targetGroup;
  }
}
