package io.headroom.elb;

import io.headroom.ec2.PlannedRequests;
import io.headroom.ec2.Requests;
import io.headroom.ec2.Server;
import io.headroom.sim.SimTime;
import java.util.function.Consumer;

/**
 * Counts requests at their arrival whose end is certain then; see {@link PlannedRequests}.
 *
 * <p>What ends before the minute does is counted at once; should anybody read before, the counts of
 * what has not ended are taken back until he has. A request that its client would not wait for is
 * not planned, so nothing planned ever expires. Not thread-safe.
 */
final class Planner {
  /** A label holds the number of the cell in 24 bits, that of the source above. */
  static final int SOURCE_SHIFT = 24;

  private static final long CELL_MASK = (1L << SOURCE_SHIFT) - 1;

  /** Nothing is planned further ahead, so that a {@link Router} can hold it. */
  static final long LONGEST_NANOS = SimTime.HOUR;

  private final Requests requests;
  private final Cells cells;
  private final Sources sources;
  private final PlannedRequests.Counter counter = this::count;
  private long ended;

  Planner(Requests requests, Cells cells, Sources sources) {
    this.requests = requests;
    this.cells = cells;
    this.sources = sources;
  }

  /** Returns how many planned requests have ended, as far as they are counted. */
  long ended() {
    return ended;
  }

  /**
   * Plans a request, if its client will wait for it and there is room.
   *
   * @return whether it was planned; if not, the machine must end its plan
   */
  boolean take(
      PlannedRequests plan,
      TrafficSource source,
      int slot,
      Cell cell,
      long nowNanos,
      long demandNanos) {
    countAhead(plan, nowNanos);
    long startNanos = plan.nextStartNanos(nowNanos);
    long endNanos = startNanos + demandNanos;
    long tookNanos = endNanos - nowNanos;
    if (tookNanos > source.planNanos() || !plan.hasRoom(nowNanos)) {
      return false;
    }
    plan.add(nowNanos, startNanos, endNanos, source.label() | cell.index());
    if (endNanos <= plan.countedNanos()) {
      ended++;
      cell.complete(tookNanos);
    }
    cell.route().sent(slot, nowNanos, endNanos);
    return true;
  }

  private void countAhead(PlannedRequests plan, long nowNanos) {
    if (plan.countedNanos() <= nowNanos) {
      plan.countUntil((nowNanos / SimTime.MINUTE + 1) * SimTime.MINUTE, counter);
    }
  }

  /** Plans a health check, if the machine has a plan with room for it. */
  boolean check(Server server, long nowNanos, long demandNanos, int number) {
    PlannedRequests plan = server.plan();
    if (plan == null) {
      return false;
    }
    countAhead(plan, nowNanos);
    return server.planning().check(nowNanos, demandNanos, number);
  }

  /** Counts what has ended by now, and nothing else. */
  void settle(PlannedRequests plan, long nowNanos) {
    if (plan.countedNanos() != nowNanos) {
      plan.countUntil(nowNanos, counter);
    }
  }

  private void count(long label, long tookNanos, int sign) {
    ended += isCheck(label) ? 0 : sign;
    if (isAwaited(label)) {
      cell(label).complete(tookNanos, sign);
    }
  }

  /** Hands over the cell of each request that a client waits for, of a plan that is settled. */
  void forEachAwaited(PlannedRequests plan, Consumer<Cell> consumer) {
    plan.forEachUnderWay(
        label -> {
          if (isAwaited(label)) {
            consumer.accept(cell(label));
          }
        });
  }

  private Cell cell(long label) {
    return cells.get((int) (label & CELL_MASK));
  }

  private static boolean isAwaited(long label) {
    return label != PlannedRequests.ABANDONED && !isCheck(label);
  }

  private static boolean isCheck(long label) {
    return label >= PlannedRequests.CHECK;
  }

  /** Begins to plan on a machine that is settled, if all that it has under way can be planned. */
  void begin(Server server, long nowNanos) {
    server.planning().start(nowNanos, new Takeover(server));
  }

  /** Looks at the requests in service on a machine that begins to plan. */
  private final class Takeover implements PlannedRequests.Labels {
    private final Server server;

    Takeover(Server server) {
      this.server = server;
    }

    @Override
    public boolean isCertain(int request, long endNanos) {
      long tookNanos = endNanos - requests.arrivalNanos(request);
      return requests.state(request) == Requests.ABANDONED
          || tookNanos <= source(request).planNanos();
    }

    @Override
    public long label(int request, long endNanos) {
      if (requests.state(request) == Requests.ABANDONED) {
        return PlannedRequests.ABANDONED;
      }
      int cell = requests.cell(request);
      cells.get(cell).route().known(server.slot(), endNanos);
      return source(request).label() | cell;
    }

    private TrafficSource source(int request) {
      return sources.ofRing(Deadlines.number(requests.serial(request)));
    }
  }

  /** Ends the plan of a machine: its requests get rows, and deadlines. */
  void end(Server server, PlannedRequests plan, long nowNanos) {
    settle(plan, nowNanos);
    for (Route route : cells.counting()) {
      route.unknown(server.slot(), nowNanos);
    }
    server.planning().end(nowNanos, (request, label) -> restore(server, request, label, nowNanos));
  }

  private void restore(Server server, int request, long label, long nowNanos) {
    if (label == PlannedRequests.ABANDONED) {
      requests.send(request, server.slot(), 0);
      requests.abandon(request);
    } else if (isCheck(label)) {
      requests.probe(request, server.slot(), (int) label);
      server.follow(nowNanos);
    } else {
      requests.send(request, server.slot(), (int) (label & CELL_MASK));
      Deadlines waits = sources.all().get((int) (label >>> SOURCE_SHIFT)).waits();
      waits.addLate(request);
      sources.planned(waits);
    }
  }
}
