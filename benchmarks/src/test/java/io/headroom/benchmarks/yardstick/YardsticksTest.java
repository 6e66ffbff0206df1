package io.headroom.benchmarks.yardstick;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The yardsticks do the same work: fed with the same streams they give the same response times. */
class YardsticksTest {
  private static final Work WORK = Work.standard(50_000);

  private static Tally recursion(Balancing balancing, Work work) {
    return new LimitB(balancing).run(work);
  }

  @Test
  void limitA_equalsRecursionToTheNanosecond() {
    Tally events = new LimitA(Balancing.ROUND_ROBIN).run(WORK);

    assertThat(events).isEqualTo(recursion(Balancing.ROUND_ROBIN, WORK));
  }

  @Test
  void limitA_equalsRecursionAlsoInOverload() {
    Work work = WORK.atRate(800);

    Tally events = new LimitA(Balancing.ROUND_ROBIN).run(work);

    assertThat(work.load()).isEqualTo(2.0);
    assertThat(events).isEqualTo(recursion(Balancing.ROUND_ROBIN, work));
  }

  @Test
  void limitA_equalsRecursionWithManyInstances() {
    Work work = WORK.onInstances(1_000);

    Tally events = new LimitA(Balancing.ROUND_ROBIN).run(work);

    assertThat(events).isEqualTo(recursion(Balancing.ROUND_ROBIN, work));
  }

  @Test
  void limitR_equalsRecursion() {
    Tally events = new LimitR(Balancing.ROUND_ROBIN).run(WORK);

    assertThat(events).isEqualTo(recursion(Balancing.ROUND_ROBIN, WORK));
  }

  @Test
  void plainJava_equalsRecursion() {
    Tally events = new ObjectStyle(Balancing.ROUND_ROBIN).run(WORK);

    assertThat(events).isEqualTo(recursion(Balancing.ROUND_ROBIN, WORK));
  }

  /** Ties in time may be broken differently, after which the paths part. */
  @Test
  void leastOutstanding_agreesAmongAll() {
    double mean = recursion(Balancing.LEAST_OUTSTANDING, WORK).mean();

    Tally events = new LimitA(Balancing.LEAST_OUTSTANDING).run(WORK);
    Tally objects = new ObjectStyle(Balancing.LEAST_OUTSTANDING).run(WORK);

    assertThat(events.mean()).isWithin(1e-3 * mean).of(mean);
    assertThat(objects.mean()).isWithin(1e-3 * mean).of(mean);
  }

  /** The figure of four million requests, which M/M/2 at the same load (0.278 s) exceeds. */
  @Test
  void roundRobin_hasTheKnownMean() {
    double mean = recursion(Balancing.ROUND_ROBIN, Work.standard(1_000_000)).mean();

    assertThat(mean).isWithin(0.002).of(0.1765);
  }

  /** M/M/1 under sharing: the mean is 1 / (service rate - arrival rate), Kleinrock, 1967. */
  @Test
  void sharedLimit_hasTheKnownMean() {
    Work work = new Work(1, 1, 8, 0.1, 1_000_000, 42);

    Tally events = new SharedLimit(Balancing.ROUND_ROBIN).run(work);

    assertThat(events.requests()).isEqualTo(1_000_000);
    assertThat(events.mean()).isWithin(0.02).of(0.5);
  }

  @Test
  void work_rejectsWorkersThatAreNoPowerOfTwo() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> new Work(1, 3, 1, 1, 1, 1));

    assertThat(thrown).hasMessageThat().contains("power of two");
  }
}
