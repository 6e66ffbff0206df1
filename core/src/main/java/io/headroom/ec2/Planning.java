package io.headroom.ec2;

import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When one machine begins and ends to plan its requests ahead. While it does, {@link Server#plan()}
 * holds all its requests; otherwise each has a row. Not thread-safe.
 */
public final class Planning {
  private final Server server;
  private final int workers;

  /** How many requests may be planned, 0 for a machine on which no end is ever certain. */
  private final int limit;

  private @Nullable PlannedRequests former;
  private long againNanos;

  /** The health checks that are planned and have not ended, the first to end first. */
  private final PriorityQueue<Check> checks =
      new PriorityQueue<>(Comparator.comparingLong(Check::endNanos));

  private record Check(long endNanos, long label) {}

  Planning(Server server, int workers, int limit) {
    this.server = server;
    this.workers = workers;
    this.limit = limit;
  }

  /** Returns whether it is worth while to try {@link #start}. */
  public boolean isPossible(long nowNanos) {
    return limit > 0 && nowNanos >= againNanos && server.isUndisturbed();
  }

  /**
   * Begins to plan, if the ends of all requests in service are certain; their rows are given back.
   *
   * @param labels what is to be known of each
   */
  public void start(long nowNanos, PlannedRequests.Labels labels) {
    boolean hasRoom = server.inService() <= limit / 4;
    againNanos = hasRoom ? certainNanos(nowNanos, labels) : server.nextEndNanos();
    if (hasRoom && againNanos <= nowNanos) {
      PlannedRequests plan =
          former == null ? new PlannedRequests(server.group(), workers, limit) : former;
      plan.begin(nowNanos, server.inService());
      server.plan(plan, labels);
    }
  }

  /** Returns from when on the ends of all requests that are in service then may be certain. */
  private long certainNanos(long nowNanos, PlannedRequests.Labels labels) {
    long[] latest = {nowNanos};
    server.forEachInService(
        (request, endNanos) -> {
          if (!labels.isCertain(request, endNanos)) {
            latest[0] = Math.max(latest[0], endNanos);
          }
        });
    return latest[0];
  }

  /**
   * Ends the plan: what is planned and has not ended by now gets a row again.
   *
   * @param rows learns of each
   */
  public void end(long nowNanos, PlannedRequests.Rows rows) {
    PlannedRequests plan = Objects.requireNonNull(server.plan());
    Set<Check> dueChecks = checks.isEmpty() ? Set.of() : Set.copyOf(checks);
    checks.clear();
    former = plan;
    server.forgetPlan();
    for (int i = 0; i < plan.size(); i++) {
      boolean isDueCheck = dueChecks.contains(new Check(plan.endNanos(i), plan.label(i)));
      if (plan.endNanos(i) > nowNanos || isDueCheck) {
        rows.restored(server.restore(plan, i, nowNanos), plan.label(i));
      }
    }
    server.announceNext();
  }

  /**
   * Plans a health check, if there is room. Its end is an event.
   *
   * @param number what {@link #endCheck} and {@link #end} will tell of it
   * @return whether it was planned
   */
  public boolean check(long nowNanos, long demandNanos, int number) {
    PlannedRequests plan = server.plan();
    if (plan == null || !plan.hasRoom(nowNanos)) {
      return false;
    }
    long startNanos = plan.nextStartNanos(nowNanos);
    Check check = new Check(startNanos + demandNanos, PlannedRequests.CHECK | number);
    plan.add(nowNanos, startNanos, check.endNanos(), check.label());
    checks.add(check);
    server.planCheck(checks.element().endNanos());
    return true;
  }

  /**
   * Ends the planned health check that is due first.
   *
   * @return its number
   */
  public int endCheck() {
    Check ended = checks.remove();
    Check next = checks.peek();
    server.planCheck(next == null ? WinnerTree.IDLE : next.endNanos());
    return (int) ended.label();
  }
}
