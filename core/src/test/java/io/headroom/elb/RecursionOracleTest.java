package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Concurrency;
import io.headroom.ec2.ServiceModel;
import io.headroom.sim.Distribution;
import io.headroom.sim.RandomStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * Round robin without departure events: a request starts when it has arrived and the first of its
 * machine's workers is free, so twenty lines know every response time. The plane must agree to the
 * clock tick and to the bucket.
 */
class RecursionOracleTest {
  private static final int MACHINES = 20;
  private static final int WORKERS = 2;
  private static final double PER_SECOND = 320;
  private static final double SECONDS = 600;
  private static final Duration FOREVER = Duration.ofDays(3_650);
  private static final Distribution DEMAND = Distribution.exponential(Duration.ofMillis(100));

  @Test
  void roundRobin_agreesWithTheRecursion() {
    ElbFixture elb = new ElbFixture(11, ElbFixture.quiet());
    elb.serve(
        ServiceModel.firstComeFirstServed(Concurrency.of(WORKERS)).withAcceptQueue(1_000_000));
    TargetGroup group = elb.direct(FOREVER);
    Stream.generate(() -> elb.running("a")).limit(MACHINES).forEach(group::registerHealthy);
    elb.poisson(PER_SECOND, DEMAND, FOREVER);
    elb.runTo(SECONDS);

    Histogram expected = new Histogram(3);
    long sum = recursion(elb, expected);
    Cell cell =
        elb.balancers.cells().stream().filter(c -> c.group() >= 0).findFirst().orElseThrow();
    Histogram found = new Histogram(3);
    cell.forEachResponseTime(found::recordValueWithCount);
    assertThat(cell.minuteNanos()).isEqualTo(sum);
    assertThat(found.getTotalCount()).isGreaterThan(190_000);
    for (double percentile : new double[] {1, 50, 90, 99, 99.9, 100}) {
      assertThat(found.getValueAtPercentile(percentile))
          .isEqualTo(expected.getValueAtPercentile(percentile));
    }
    assertThat(found).isEqualTo(expected);
  }

  /** Returns the summed response times of the requests that end in time. */
  private static long recursion(ElbFixture elb, Histogram times) {
    RandomStream gaps = elb.random.within("traffic/0").within("arrivals").stream("gaps");
    RandomStream demands = elb.random.within("traffic/0").stream("demand");
    RandomStream router = elb.random.stream("router/tg/a");
    long[][] free = new long[MACHINES][WORKERS];
    int machine = router.nextInt(MACHINES);
    double clock = 0;
    long sum = 0;
    long end = (long) (SECONDS * 1e9);
    while (true) {
      clock += gaps.nextExponential() * 1e9 / PER_SECOND;
      long arrival = (long) clock;
      if (arrival >= end) {
        return sum;
      }
      long[] workers = free[machine];
      machine = machine + 1 == MACHINES ? 0 : machine + 1;
      workers[0] = Math.max(workers[0], arrival) + DEMAND.sampleNanos(demands);
      if (workers[0] < end) {
        sum += workers[0] - arrival;
        times.recordValue((workers[0] - arrival) / 1_000);
      }
      Arrays.sort(workers);
    }
  }
}
