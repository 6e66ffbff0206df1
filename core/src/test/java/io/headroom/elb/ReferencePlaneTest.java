package io.headroom.elb;

import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.ec2.Concurrency;
import io.headroom.ec2.Discipline;
import io.headroom.ec2.Instance;
import io.headroom.ec2.ServiceModel;
import io.headroom.sim.Distribution;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import io.headroom.workload.RequestProfile;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The traffic plane against the plain one, to the byte, on small scenarios: all algorithms and
 * disciplines, full queues, time-outs, health checks, machines that come, fall silent, drain and
 * end. Times are whole milliseconds, so that much happens at one instant.
 */
class ReferencePlaneTest {
  private static final long MILLI = 1_000_000;
  private static final long END = 40 * SimTime.SECOND;
  private static final Duration DRAIN = Duration.ofSeconds(2);
  private static final Duration CHECK = Duration.ofSeconds(6);
  private static final long PROBE_NANOS = 3 * MILLI;
  private static final Distribution DEMAND =
      Distribution.empirical(new double[] {0, 0.001, 0.005, 0.02, 0.02, 0.1, 0.3});

  /** What a seed makes: the choices that both planes follow. */
  private static final class Draw {
    final Random random;
    final String routing;
    final boolean classic;
    final ServiceModel model;
    final List<long[]> arrivals = new ArrayList<>();
    final List<RequestProfile> profiles = new ArrayList<>();

    Draw(long seed) {
      random = new Random(seed);
      classic = random.nextInt(4) == 0;
      routing =
          List.of("round_robin", "least_outstanding_requests", "weighted_random", "flow_hash")
              .get(random.nextInt(4));
      Discipline discipline =
          List.of(Discipline.values()).get(random.nextInt(Discipline.values().length));
      int workers = List.of(1, 2, 3, 20).get(random.nextInt(4));
      int queue = random.nextBoolean() ? random.nextInt(8) : random.nextInt(400);
      model = new ServiceModel(discipline, Concurrency.of(workers), queue);
      int sources = 1 + random.nextInt(3);
      for (int source = 0; source < sources; source++) {
        arrivals.add(millis(random.nextInt(2_500)));
        profiles.add(
            RequestProfile.of(DEMAND)
                .withTimeout(
                    Duration.ofMillis(1 + random.nextInt(List.of(50, 3_000).get(source % 2)))));
      }
    }

    private long[] millis(int count) {
      long span = 1L + random.nextInt((int) (END / MILLI));
      return random.longs(count, 0, span).sorted().toArray();
    }

    RoutingAlgorithm algorithm() {
      return Stream.of(
              RoutingAlgorithm.roundRobin(),
              RoutingAlgorithm.leastOutstandingRequests(),
              RoutingAlgorithm.weightedRandom(),
              RoutingAlgorithm.flowHash())
          .filter(algorithm -> algorithm.name().equals(routing))
          .findFirst()
          .orElseThrow();
    }
  }

  /** One instance in both worlds. */
  private record Twin(Instance instance, ReferencePlane.Machine machine) {}

  /** Both planes on one script. */
  private static final class Both {
    private final Draw draw;
    private final ElbFixture elb;
    private final ReferencePlane reference;
    private final TargetGroup group;
    private final List<Twin> twins = new ArrayList<>();
    private final List<Twin> members = new ArrayList<>();

    Both(long seed) {
      draw = new Draw(seed);
      ElbSettings d = ElbSettings.DEFAULT;
      elb =
          new ElbFixture(
              seed,
              new ElbSettings(
                  Duration.ZERO,
                  Duration.ofNanos(PROBE_NANOS),
                  Duration.ZERO,
                  d.networkFirstCheck(),
                  Duration.ZERO,
                  d.drain(),
                  d.idleMetrics(),
                  d.targetCodes()));
      elb.serve(draw.model);
      TargetGroupSpec spec =
          TargetGroupSpec.application("tg")
              .routing(draw.algorithm())
              .deregistrationDelay(DRAIN)
              .healthCheck(new HealthCheck(CHECK, CHECK.dividedBy(2), 5, 1_000));
      group = draw.classic ? elb.classic(spec) : elb.application(spec);
      reference = new ReferencePlane(draw.routing, draw.classic, elb.random.stream("router/tg/a"));
      for (int source = 0; source < draw.arrivals.size(); source++) {
        addSource(source);
      }
    }

    private void addSource(int number) {
      long[] millis = draw.arrivals.get(number);
      RequestProfile profile = draw.profiles.get(number);
      elb.requestsAt(profile, millis);
      RandomStream demands = elb.random.within("traffic/" + number).stream("demand");
      Deque<long[]> arrivals = new ArrayDeque<>();
      for (long milli : millis) {
        arrivals.add(new long[] {milli * MILLI, profile.demand().sampleNanos(demands)});
      }
      long wait = profile.timeout().toNanos();
      reference.add(
          new ReferencePlane.Source(
              arrivals, wait, Math.min(wait, 10 * SimTime.SECOND), Outcome.CLIENT_TIMEOUT));
    }

    private long now() {
      return elb.simulator.nowNanos();
    }

    void join() {
      Instance instance = elb.running("a");
      ReferencePlane.Machine machine =
          new ReferencePlane.Machine(
              instance.server().slot(), draw.model, instance.configuration().type().vCpus(), now());
      group.registerHealthy(instance);
      Twin twin = new Twin(instance, machine);
      reference.join(machine);
      twins.add(twin);
      members.add(twin);
      elb.simulator.schedule(now(), Phase.EVALUATE, "plain check", () -> check(twin));
    }

    private void check(Twin twin) {
      if (members.contains(twin)) {
        reference.advance(now());
        reference.probe(twin.machine, now(), PROBE_NANOS);
        long next = now() + CHECK.toNanos();
        elb.simulator.schedule(next, Phase.EVALUATE, "plain check", () -> check(twin));
      }
    }

    /** Deregisters and, if so chosen, ends the machine at once. */
    void leave(boolean atOnce) {
      if (members.isEmpty()) {
        return;
      }
      Twin twin = members.remove(draw.random.nextInt(members.size()));
      group.deregister(twin.instance, () -> drained(twin));
      reference.leave(twin.machine);
      if (atOnce) {
        elb.ec2.terminate(twin.instance);
        reference.terminate(twin.machine, now());
      }
    }

    private void drained(Twin twin) {
      reference.advance(now());
      reference.cutClients(twin.machine);
    }

    void silence(boolean silent) {
      if (silent) {
        elb.ec2.failZone("a");
      } else {
        elb.ec2.restoreZone("a");
      }
      for (Twin twin : twins) {
        if (elb.ec2.live().contains(twin.instance) && twin.instance.endNanos() < 0) {
          reference.change(twin.machine, now(), silent ? "silent" : "open");
        }
      }
    }
  }

  @Property(tries = 100)
  void plane_doesWhatThePlainOneDoes(@ForAll long seed) {
    Both both = new Both(seed);
    Random random = both.draw.random;
    // Of 64 machines all are looked at for their ends, of more they stand in a tree.
    int others = random.nextInt(3) == 0 ? 50 + random.nextInt(15) : 0;
    Stream.generate(() -> both.elb.running("b")).limit(others).forEach(other -> {});
    int first = random.nextInt(5);
    for (int i = 0; i < first; i++) {
      both.join();
    }
    TreeMap<Long, Runnable> script = new TreeMap<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      script.put(oddTime(random), action(both, random));
    }
    script.forEach((time, action) -> both.elb.at(time / 1e9, () -> catchUp(both, action)));
    for (long end = 10 * SimTime.SECOND; end <= END; end += 10 * SimTime.SECOND) {
      both.elb.runTo(end / 1e9);
      both.reference.advance(end - 1);
      compare(seed, both);
    }
  }

  /** A time of its own for each action, never that of a request. */
  private static long oddTime(Random random) {
    return random.nextInt((int) (END / MILLI)) * MILLI + 1_000L * (1 + random.nextInt(900));
  }

  private static Runnable action(Both both, Random random) {
    return switch (random.nextInt(5)) {
      case 0, 1 -> both::join;
      case 2 -> () -> both.leave(random.nextBoolean());
      case 3 -> () -> both.silence(true);
      default -> () -> both.silence(false);
    };
  }

  private static void catchUp(Both both, Runnable action) {
    both.reference.advance(both.now());
    action.run();
  }

  private static void compare(long seed, Both both) {
    ReferencePlane plain = both.reference;
    for (Outcome outcome : Outcome.values()) {
      assertWithMessage("%s with seed %s", outcome, seed)
          .that(both.elb.count(outcome))
          .isEqualTo(plain.counts.getOrDefault(outcome, 0L));
    }
    Map<Long, Long> times = new TreeMap<>();
    long nanos = 0;
    for (Cell cell : both.elb.balancers.cells()) {
      cell.forEachResponseTime((micros, count) -> times.merge(micros, count, Long::sum));
      nanos += cell.minuteNanos();
    }
    assertWithMessage("times with seed %s", seed).that(times).isEqualTo(plain.timesMicros);
    assertWithMessage("sum with seed %s", seed).that(nanos).isEqualTo(plain.responseNanos);
    assertWithMessage("in flight with seed %s", seed)
        .that(
            both.elb.balancers.inFlightByGroup().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(plain.inFlight());
    both.elb.balancers.closeMinute();
    plain.counts.clear();
    plain.timesMicros.clear();
    plain.responseNanos = 0;
    long[] busy =
        both.twins.stream().mapToLong(t -> t.instance().server().busyNanos(both.now())).toArray();
    long[] plainBusy =
        both.twins.stream().mapToLong(t -> t.machine().busyUntil(both.now())).toArray();
    assertWithMessage("busy time with seed %s: %s", seed, Arrays.toString(plainBusy))
        .that(busy)
        .isEqualTo(plainBusy);
  }
}
