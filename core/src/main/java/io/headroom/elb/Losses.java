package io.headroom.elb;

import io.headroom.ec2.Instance;
import io.headroom.ec2.Requests;
import io.headroom.ec2.Server;
import io.headroom.ec2.ServerPool;

/** Ends requests for their clients otherwise than by an answer. Not thread-safe. */
final class Losses {
  private final ServerPool pool;
  private final Requests requests;
  private final Cells cells;
  private final Sources sources;
  private final Probes probes;

  Losses(ServerPool pool, Cells cells, Sources sources, Probes probes) {
    this.pool = pool;
    this.requests = pool.requests();
    this.cells = cells;
    this.sources = sources;
    this.probes = probes;
  }

  /** Ends an awaited request for its client; the machine, if it holds it, goes on with the work. */
  void fail(int request, Outcome outcome) {
    Cell cell = cells.get(requests.cell(request));
    cell.count(outcome);
    if (requests.server(request) >= 0) {
      cell.route().ended(requests.server(request));
    }
    requests.abandon(request);
  }

  /** Loses all requests of a machine that ends. */
  void cut(Instance instance, long nowNanos) {
    Server server = instance.server();
    server.cut(nowNanos, this::lose);
    for (TrafficSource source : sources.all()) {
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
      case Requests.PROBE -> {
        pool.server(requests.server(request)).unfollow();
        probes.remove(requests.cell(request));
      }
      default -> {}
    }
    requests.release(request);
  }

  /** Tells the clients of a target group's requests on a machine that they failed. */
  void cutDrained(TargetGroup targetGroup, Server server, long nowNanos) {
    server.follow(nowNanos);
    server.forEach(
        request -> {
          if (isOf(targetGroup, request)) {
            fail(request, Outcome.CUT);
          }
        });
    server.unfollow();
  }

  /** Returns how many requests of a target group a followed machine holds. */
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
