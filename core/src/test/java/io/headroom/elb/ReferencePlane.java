package io.headroom.elb;

import io.headroom.ec2.Discipline;
import io.headroom.ec2.ServiceModel;
import io.headroom.sim.RandomStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the traffic plane does, written down as plainly as possible: an object for each request and
 * machine, a scan for the next event, no table, no tree, no ring.
 *
 * <p>Order at one instant: ends by machine and place, deadlines, arrivals by source; then control
 * events. A request takes the place given back last.
 */
final class ReferencePlane {
  private static final int SURGE = 1_024;

  final Map<Outcome, Long> counts = new TreeMap<>();
  final Map<Long, Long> timesMicros = new TreeMap<>();
  long responseNanos;
  private final String routing;
  private final boolean classic;
  private final RandomStream random;
  private final List<Machine> machines = new ArrayList<>();
  private final List<Machine> rotation = new ArrayList<>();
  private final Map<Integer, Integer> outstanding = new HashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final Deque<Request> surge = new ArrayDeque<>();
  private final PriorityQueue<Request> deadlines =
      new PriorityQueue<>(Comparator.comparingLong(request -> request.deadline));
  private int position = -1;

  ReferencePlane(String routing, boolean classic, RandomStream random) {
    this.routing = routing;
    this.classic = classic;
    this.random = random;
  }

  /** Arrivals with their demands, and how long clients and load balancer wait. */
  record Source(Deque<long[]> arrivals, long waitNanos, long connectNanos, Outcome timeout) {}

  private static final class Request {
    final long arrival;
    final long demand;
    boolean awaited;
    long deadline = Long.MAX_VALUE;
    Outcome timeout = Outcome.CLIENT_TIMEOUT;
    @Nullable Machine machine;
    double end;

    Request(long arrival, long demand, boolean isProbe) {
      this.arrival = arrival;
      this.demand = demand;
      awaited = !isProbe;
    }
  }

  /** A machine: its requests by place, who waits, and how far its work has come. */
  static final class Machine {
    final int slot;
    final ServiceModel model;
    final int vCpus;
    final TreeMap<Integer, Request> places = new TreeMap<>();
    final Deque<Integer> free = new ArrayDeque<>();
    final Deque<Request> waiting = new ArrayDeque<>();
    String state = "open";
    long busyNanos;
    private int placesEver;
    private double virtual;
    private long last;

    Machine(int slot, ServiceModel model, int vCpus, long now) {
      this.slot = slot;
      this.model = model;
      this.vCpus = vCpus;
      last = now;
    }

    boolean isSharing() {
      return model.discipline() == Discipline.PROCESSOR_SHARING;
    }

    int workers() {
      return model.workers().workers(vCpus);
    }

    boolean isFull() {
      return places.size() >= workers() && waiting.size() >= model.acceptQueue();
    }

    /** Lets the time pass: virtual time where it is shared, later ends where work stood still. */
    void pass(long now) {
      long elapsed = now - last;
      last = now;
      int n = places.size();
      if (state.equals("silent")) {
        places.values().forEach(request -> request.end += isSharing() ? 0 : elapsed);
      } else {
        busyNanos += elapsed * (isSharing() ? Math.min(n, vCpus) : n);
        virtual += elapsed * (isSharing() ? vCpus / (double) Math.max(n, vCpus) : 0);
      }
    }

    /** Busy time until an instant without an event: nothing changes. */
    long busyUntil(long now) {
      int n = state.equals("silent") ? 0 : places.size();
      return busyNanos + (now - last) * (isSharing() ? Math.min(n, vCpus) : n);
    }

    void start(long now, Request request) {
      int place = free.isEmpty() ? placesEver++ : free.pop();
      request.end = (isSharing() ? virtual : now) + request.demand;
      places.put(place, request);
    }

    /** The place of the request that ends next, of equal ends the smaller place; or none. */
    OptionalInt next() {
      int best = -1;
      double earliest = Double.POSITIVE_INFINITY;
      for (Map.Entry<Integer, Request> each : places.entrySet()) {
        if (each.getValue().end < earliest) {
          best = each.getKey();
          earliest = each.getValue().end;
        }
      }
      return best < 0 || state.equals("silent") ? OptionalInt.empty() : OptionalInt.of(best);
    }

    long timeOf(int place) {
      double end = Objects.requireNonNull(places.get(place)).end;
      if (!isSharing()) {
        return (long) end;
      }
      double slowdown = Math.max(places.size(), vCpus) * (1.0 / vCpus);
      return last + Math.max(0, (long) Math.ceil((end - virtual) * slowdown));
    }

    Request end(long now, int place) {
      pass(now);
      Request ended = places.remove(place);
      free.push(place);
      if (!waiting.isEmpty()) {
        start(now, waiting.remove());
      } else if (places.isEmpty()) {
        virtual = 0;
      }
      return ended;
    }

    List<Request> drop(long now) {
      pass(now);
      List<Request> dropped = new ArrayList<>(places.values());
      dropped.addAll(waiting);
      places.clear();
      waiting.clear();
      free.clear();
      placesEver = 0;
      virtual = 0;
      return dropped;
    }
  }

  void add(Source source) {
    sources.add(source);
  }

  void join(Machine machine) {
    machines.add(machine);
    rotation.add(machine);
  }

  void leave(Machine machine) {
    rotation.remove(machine);
  }

  void change(Machine machine, long now, String state) {
    if (!machine.state.equals(state)) {
      machine.pass(now);
      machine.state = state;
    }
  }

  void probe(Machine machine, long now, long demand) {
    if (machine.state.equals("open") && !machine.isFull()) {
      accept(machine, now, new Request(now, demand, true));
    }
  }

  /** The deregistration delay is over: clients of what is left learn that it failed. */
  void cutClients(Machine machine) {
    machine.places.values().forEach(request -> fail(request, Outcome.CUT));
    machine.waiting.forEach(request -> fail(request, Outcome.CUT));
  }

  void terminate(Machine machine, long now) {
    machine.drop(now).forEach(request -> fail(request, Outcome.CUT));
    for (Request request : List.copyOf(deadlines)) {
      if (request.machine == machine) {
        fail(request, Outcome.CUT);
      }
    }
    machine.state = "silent";
  }

  long inFlight() {
    return deadlines.stream().filter(request -> request.awaited).count();
  }

  /** Runs every event up to and including an instant. */
  void advance(long limit) {
    while (true) {
      Machine ending = null;
      for (Machine machine : machines) {
        if (machine.next().isPresent() && (ending == null || isBefore(machine, ending))) {
          ending = machine;
        }
      }
      long end = ending == null ? Long.MAX_VALUE : ending.timeOf(ending.next().orElseThrow());
      long deadline = deadlines.isEmpty() ? Long.MAX_VALUE : deadlines.peek().deadline;
      Source arriving = null;
      for (Source source : sources) {
        boolean isEarlier = arriving == null || timeOf(source) < timeOf(arriving);
        arriving = isEarlier ? source : arriving;
      }
      long arrival = arriving == null ? Long.MAX_VALUE : timeOf(arriving);
      long now = Math.min(end, Math.min(deadline, arrival));
      if (now > limit) {
        return;
      }
      if (ending != null && end == now) {
        end(ending, now);
      } else if (deadline == now) {
        Request late = deadlines.remove();
        fail(late, late.timeout);
      } else if (arriving != null) {
        arrive(arriving, arriving.arrivals.remove());
      }
    }
  }

  private static long timeOf(Source source) {
    return source.arrivals.isEmpty() ? Long.MAX_VALUE : source.arrivals.peek()[0];
  }

  private static boolean isBefore(Machine a, Machine b) {
    long first = a.timeOf(a.next().orElseThrow());
    long second = b.timeOf(b.next().orElseThrow());
    return first < second || (first == second && a.slot < b.slot);
  }

  private void end(Machine machine, long now) {
    Request request = machine.end(now, machine.next().orElseThrow());
    if (request.awaited) {
      request.awaited = false;
      deadlines.remove(request);
      outstanding.merge(machine.slot, -1, Integer::sum);
      count(Outcome.COMPLETED);
      long nanos = now - request.arrival;
      responseNanos += nanos;
      timesMicros.merge(bucket(nanos / 1_000), 1L, Long::sum);
    }
    while (rotation.contains(machine) && !surge.isEmpty() && !machine.isFull()) {
      Request waiting = surge.remove();
      if (waiting.awaited) {
        accept(machine, now, waiting);
        outstanding.merge(machine.slot, 1, Integer::sum);
      }
    }
  }

  /** The least value of the bucket: eleven significant bits. */
  private static long bucket(long micros) {
    int extra = Math.max(0, 64 - Long.numberOfLeadingZeros(micros) - 11);
    return micros >> extra << extra;
  }

  private void arrive(Source source, long[] arrival) {
    long now = arrival[0];
    if (rotation.isEmpty()) {
      count(Outcome.NO_TARGET);
      return;
    }
    Machine machine = rotation.get(choose());
    Request request = new Request(now, arrival[1], false);
    if (machine.state.equals("silent")) {
      wait(request, machine, now + source.connectNanos, Outcome.CONNECT_TIMEOUT);
      outstanding.merge(machine.slot, 1, Integer::sum);
      return;
    }
    if (machine.isFull() && classic) {
      machine =
          rotation.stream()
              .filter(other -> other.state.equals("open") && !other.isFull())
              .findFirst()
              .orElse(null);
    }
    if (machine == null && surge.size() < SURGE) {
      wait(request, null, now + source.waitNanos, source.timeout);
      surge.add(request);
    } else if (machine == null) {
      count(Outcome.SPILLOVER);
    } else if (machine.isFull()) {
      count(Outcome.REFUSED);
    } else {
      wait(request, null, now + source.waitNanos, source.timeout);
      accept(machine, now, request);
      outstanding.merge(machine.slot, 1, Integer::sum);
    }
  }

  private int choose() {
    int size = rotation.size();
    if (routing.equals("weighted_random") || routing.equals("flow_hash")) {
      return random.nextInt(size);
    }
    boolean isTurns = routing.equals("round_robin");
    if (position >= size || position < 0) {
      position = isTurns && position < 0 ? random.nextInt(size) : 0;
    }
    int best = position;
    for (int i = 1; !isTurns && i < size; i++) {
      int other = (position + i) % size;
      best = load(other) < load(best) ? other : best;
    }
    position = best + 1 == size ? 0 : best + 1;
    return best;
  }

  private int load(int place) {
    return outstanding.getOrDefault(rotation.get(place).slot, 0);
  }

  private void wait(Request request, @Nullable Machine machine, long deadline, Outcome timeout) {
    request.machine = machine;
    request.deadline = deadline;
    request.timeout = timeout;
    deadlines.add(request);
  }

  private static void accept(Machine machine, long now, Request request) {
    request.machine = machine;
    if (machine.places.size() < machine.workers()) {
      machine.pass(now);
      machine.start(now, request);
    } else {
      machine.waiting.add(request);
    }
  }

  private void fail(Request request, Outcome outcome) {
    if (request.awaited) {
      request.awaited = false;
      deadlines.remove(request);
      count(outcome);
      if (request.machine != null) {
        outstanding.merge(request.machine.slot, -1, Integer::sum);
      }
    }
  }

  private void count(Outcome outcome) {
    counts.merge(outcome, 1L, Long::sum);
  }
}
