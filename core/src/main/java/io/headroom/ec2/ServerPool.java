package io.headroom.ec2;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The table of serving machines of one run and their next ends. A slot is used again after its
 * machine has gone; the one given back first is taken first.
 */
public final class ServerPool {
  /** Among so few machines a look at all of them costs less than a tree kept in order. */
  private static final int FEW = 64;

  private final Requests requests = new Requests();
  private final WinnerTree ends = new WinnerTree();

  /** Slots of machines that are gone. */
  private final Deque<Integer> free = new ArrayDeque<>();

  private final List<String> groups = new ArrayList<>();
  private Server[] servers = new Server[16];

  /** The plans of the machines that plan; each request needs one, and nothing else of a machine. */
  private @Nullable PlannedRequests[] plans = new @Nullable PlannedRequests[16];

  /** When the next request ends on each machine whose ends a router counts, among a few. */
  private final long[] noted = new long[FEW];

  private int used;
  private Settler settler = new Forgetting();

  /** Acts on the ends of requests on a machine whose ends nobody follows. */
  public interface Settler {
    /**
     * Ends what is due, or counts of what is planned all that has ended and nothing else.
     *
     * @param server the machine
     * @param nowNanos up to and with which instant
     */
    void settle(Server server, long nowNanos);

    /** Lets a machine {@linkplain Planning#end end its plan}. */
    void unplan(Server server, long nowNanos);
  }

  /** Where nobody counts requests, nobody plans them either. */
  private static final class Forgetting implements Settler {
    @Override
    public void settle(Server server, long nowNanos) {
      while (server.nextEndNanos() <= nowNanos) {
        server.end();
      }
    }

    @Override
    public void unplan(Server server, long nowNanos) {}
  }

  /** Creates an empty table. */
  public ServerPool() {}

  /** Returns the requests under way. */
  public Requests requests() {
    return requests;
  }

  /** Returns the next ends of the machines that are followed, by slot. */
  public WinnerTree ends() {
    return ends;
  }

  /** Names who acts on ends that nobody follows; without one, the requests are forgotten. */
  public void settler(Settler newSettler) {
    settler = newSettler;
  }

  void settle(Server server, long nowNanos) {
    settler.settle(server, nowNanos);
  }

  void unplan(Server server, long nowNanos) {
    settler.unplan(server, nowNanos);
  }

  /** Sets the leaf of a machine, unless another one has its slot by now. */
  void plan(Server server, long endNanos) {
    if (servers[server.slot()] == server) {
      ends.set(server.slot(), endNanos);
    }
  }

  /** Notes when the next request ends on a machine whose ends a router counts, among a few. */
  void note(Server server, long endNanos) {
    if (!isLarge() && servers[server.slot()] == server) {
      noted[server.slot()] = endNanos;
    }
  }

  /** Returns whether machines are so many that a router cannot look at all of them. */
  boolean isLarge() {
    return used > FEW;
  }

  /**
   * Returns the first slot, from one on, of a machine whose ends a router counts and where one is
   * due by now; -1 if there is none, or if those ends are events.
   */
  public int nextDue(int fromSlot, long nowNanos) {
    if (isLarge()) {
      return -1;
    }
    for (int slot = fromSlot; slot < used; slot++) {
      if (noted[slot] <= nowNanos) {
        return slot;
      }
    }
    return -1;
  }

  /** Settles all machines, so that every end up to and with this instant is counted. */
  public void settleAll(long nowNanos) {
    for (int slot = 0; slot < used; slot++) {
      servers[slot].settle(nowNanos);
    }
  }

  /** Hands over the plan of each machine that has one. */
  public void forEachPlan(Consumer<PlannedRequests> consumer) {
    for (int slot = 0; slot < used; slot++) {
      PlannedRequests plan = plans[slot];
      if (plan != null) {
        consumer.accept(plan);
      }
    }
  }

  /** Returns the machine that has a slot. */
  public Server server(int slot) {
    return servers[slot];
  }

  /** Returns what is planned on the machine that has a slot, null if it does not plan. */
  public @Nullable PlannedRequests plan(int slot) {
    return plans[slot];
  }

  void setPlan(int slot, @Nullable PlannedRequests plan) {
    plans[slot] = plan;
  }

  /** Returns the number of a group, the next free one for a new name. */
  public int groupNumber(String group) {
    int number = groups.indexOf(group);
    if (number < 0) {
      groups.add(group);
      return groups.size() - 1;
    }
    return number;
  }

  /** Returns the names of the groups by number. */
  public List<String> groups() {
    return List.copyOf(groups);
  }

  Server open(String group, LaunchConfiguration configuration, long nowNanos) {
    int slot = free.isEmpty() ? used++ : free.remove();
    if (used > servers.length) {
      servers = Arrays.copyOf(servers, 2 * used);
      plans = Arrays.copyOf(plans, 2 * used);
    }
    Server server = new Server(slot, groupNumber(group), configuration, this);
    servers[slot] = server;
    if (used <= FEW) {
      noted[slot] = WinnerTree.IDLE;
    } else if (slot == FEW) {
      followCounted(nowNanos);
    }
    return server;
  }

  /** From now on machines whose ends a router counts are followed. */
  private void followCounted(long nowNanos) {
    for (int slot = 0; slot < used; slot++) {
      // What is due is no event to come.
      settle(servers[slot], nowNanos);
      servers[slot].announceAgain();
    }
  }

  void close(Server server) {
    free.add(server.slot());
  }
}
