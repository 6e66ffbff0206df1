package io.headroom.ec2;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of serving machines of one run and their next ends. A slot is used again after its
 * machine has gone; of those with as many leaves, the slot given back first is taken first.
 */
public final class ServerPool {
  private final Requests requests = new Requests();
  private final WinnerTree ends = new WinnerTree();

  /** First leaves of machines that are gone, by how many leaves they had. */
  private final Map<Integer, Deque<Integer>> free = new HashMap<>();

  private final List<String> groups = new ArrayList<>();
  private Server[] servers = new Server[16];
  private int used;

  /** Creates an empty table. */
  public ServerPool() {}

  /** Returns the requests under way. */
  public Requests requests() {
    return requests;
  }

  /** Returns the ends of requests: the leaves of all machines. */
  public WinnerTree ends() {
    return ends;
  }

  /** Returns the machine that a leaf belongs to. */
  public Server server(int leaf) {
    return servers[leaf];
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

  Server open(String group, LaunchConfiguration configuration) {
    int leaves = Server.leaves(configuration);
    Deque<Integer> given = free.computeIfAbsent(leaves, length -> new ArrayDeque<>());
    int slot = given.isEmpty() ? used : given.remove();
    used = Math.max(used, slot + leaves);
    if (used > servers.length) {
      servers = Arrays.copyOf(servers, 2 * used);
    }
    Server server = new Server(slot, groupNumber(group), configuration, this);
    Arrays.fill(servers, slot, slot + leaves, server);
    return server;
  }

  void close(Server server) {
    free.computeIfAbsent(server.leaves(), length -> new ArrayDeque<>()).add(server.slot());
  }
}
