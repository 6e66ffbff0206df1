package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Concurrency;
import io.headroom.ec2.Discipline;
import io.headroom.ec2.ServiceModel;
import io.headroom.sim.Distribution;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The path of a request allocates nothing: bytes allocated by this thread, not a timing. */
class AllocationTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  static Stream<Arguments> paths() {
    return Stream.of(Discipline.values())
        .flatMap(
            discipline ->
                Stream.of(
                        RoutingAlgorithm.roundRobin(),
                        RoutingAlgorithm.leastOutstandingRequests(),
                        RoutingAlgorithm.flowHash())
                    .map(routing -> Arguments.of(discipline, routing)));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void requests_allocateNothing(Discipline discipline, RoutingAlgorithm routing) {
    ElbFixture elb = new ElbFixture(5, ElbFixture.quiet());
    elb.serve(new ServiceModel(discipline, Concurrency.of(20), 100));
    TargetGroup group = elb.application(TargetGroupSpec.application("tg").routing(routing));
    Stream.generate(() -> elb.running("a")).limit(20).forEach(group::registerHealthy);
    elb.poisson(330, Distribution.exponential(Duration.ofMillis(100)), MINUTE);
    elb.runTo(300);
    long bytesBefore = allocated();
    long arrivedBefore = elb.balancers.arrived();
    elb.runTo(1_500);
    double bytes = allocated() - bytesBefore;
    double requests = elb.balancers.arrived() - arrivedBefore;
    // Health checks of 20 targets every 30 s allocate control events; they are not requests.
    double checks = 20 * 1_200 / 30.0;
    assertThat((bytes - checks * 250) / requests).isLessThan(0.1);
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}
