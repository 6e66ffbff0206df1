package io.headroom.ec2;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The table of serving machines of one run and their next ends. A slot is used again after its
 * machine has gone; the slot given back first is taken first.
 */
public final class ServerPool {
  private final Requests requests = new Requests();
  private final WinnerTree ends = new WinnerTree();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final List<String> groups = new ArrayList<>();
  private Server[] servers = new Server[16];
  private int used;

  /** Creates an empty table. */
  public ServerPool() {}

  /** Returns the requests under way. */
  public Requests requests() {
    return requests;
  }

  /** Returns the ends of requests, one slot for each machine. */
  public WinnerTree ends() {
    return ends;
  }

  /** Returns the machine in a slot. */
  public Server server(int slot) {
    return servers[slot];
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
    int slot = free.isEmpty() ? used++ : free.remove();
    if (slot == servers.length) {
      servers = Arrays.copyOf(servers, 2 * slot);
    }
    servers[slot] = new Server(slot, groupNumber(group), configuration, requests);
    return servers[slot];
  }

  void close(Server server) {
    ends.set(server.slot(), Long.MAX_VALUE);
    free.add(server.slot());
  }

  /** Plans the next end of a machine anew, after anything about it has changed. */
  public void replan(Server server) {
    ends.set(server.slot(), server.nextEndNanos());
  }
}
