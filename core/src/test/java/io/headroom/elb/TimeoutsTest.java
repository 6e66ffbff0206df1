package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Concurrency;
import io.headroom.ec2.ServiceModel;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutsTest {
  private static final TargetGroupSpec DEFAULTS = TargetGroupSpec.application("tg");

  private final ElbFixture elb = new ElbFixture();

  @Test
  @Rule("elb TO-1")
  void targetThatSaysNothingForTheIdleTimeout_costsA504() {
    elb.application(DEFAULTS).registerHealthy(elb.running("a"));
    elb.requestsAt(Duration.ofSeconds(100), Duration.ofSeconds(90), 1_000);
    elb.runTo(60.9);
    assertThat(elb.count(Outcome.IDLE_TIMEOUT)).isEqualTo(0);
    elb.runTo(61.1);
    assertThat(elb.count(Outcome.IDLE_TIMEOUT)).isEqualTo(1);
  }

  @Test
  void clientThatGivesUpFirst_countsAs460_andTheWorkGoesOn() {
    elb.serve(ElbFixture.ONE_WORKER);
    elb.application(DEFAULTS).registerHealthy(elb.running("a"));
    elb.requestsAt(Duration.ofSeconds(4), Duration.ofSeconds(5), 1_000, 1_001);
    elb.runTo(6.5);
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(1);
    assertThat(elb.count(Outcome.CLIENT_TIMEOUT)).isEqualTo(1);
    assertThat(elb.pool.server(0).inFlight(elb.simulator.nowNanos())).isEqualTo(1);
    elb.runTo(9.1);
    assertThat(elb.pool.server(0).inFlight(elb.simulator.nowNanos())).isEqualTo(0);
    assertThat(elb.pool.requests().inUse()).isEqualTo(0);
  }

  @Test
  void requestThatEndsExactlyAtItsDeadline_isCompleted() {
    elb.application(DEFAULTS).registerHealthy(elb.running("a"));
    elb.requestsAt(Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000);
    elb.runTo(7);
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(1);
  }

  /** The ring of deadlines is full of requests that have ended, and a later one is next. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void deadlineThatMovesOn_keepsArrivalsInOrder(boolean isFollowed) {
    elb.serve(ServiceModel.WEB_SERVER.withWorkers(Concurrency.of(1)).withAcceptQueue(0));
    RoutingAlgorithm routing =
        isFollowed ? RoutingAlgorithm.leastOutstandingRequests() : RoutingAlgorithm.roundRobin();
    elb.application(DEFAULTS.routing(routing)).registerHealthy(elb.running("a"));
    if (isFollowed) {
      elb.runMany();
    }
    long[] many = LongStream.range(0, 257).map(i -> i < 256 ? 2 * i : 520).toArray();
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(1), many);
    elb.requestsAt(Duration.ofMillis(500), Duration.ofSeconds(10), 900, 1_100);
    elb.runTo(5);
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(258);
    assertThat(elb.count(Outcome.REFUSED)).isEqualTo(1);
  }

  @Test
  @Rule("elb TO-4")
  void silentMachine_failsRequestsAfterTheConnectTimeout() {
    elb.application(DEFAULTS).registerHealthy(elb.running("a"));
    elb.at(0.5, () -> elb.ec2.failZone("a"));
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(30), 1_000);
    elb.runTo(10.9);
    assertThat(elb.count(Outcome.CONNECT_TIMEOUT)).isEqualTo(0);
    elb.runTo(11.1);
    assertThat(elb.count(Outcome.CONNECT_TIMEOUT)).isEqualTo(1);
    assertThat(elb.pool.requests().inUse()).isEqualTo(0);
  }

  @Test
  @Rule("elb ER-2")
  void refusedRequest_isNotTriedOnAnotherTarget() {
    elb.serve(ElbFixture.ONE_WORKER.withAcceptQueue(0));
    TargetGroup group = elb.application(DEFAULTS);
    group.registerHealthy(elb.running("a"));
    group.registerHealthy(elb.running("a"));
    elb.requestsAt(Duration.ofSeconds(5), Duration.ofSeconds(30), 10, 11, 12, 13);
    elb.runTo(1);
    assertThat(elb.count(Outcome.REFUSED)).isEqualTo(2);
    assertThat(elb.pool.requests().inUse()).isEqualTo(2);
  }

  @Test
  @Rule("elb ER-1")
  void applicationLoadBalancer_hasNoQueue_aFullTargetRefuses() {
    elb.serve(ElbFixture.ONE_WORKER.withAcceptQueue(1));
    elb.application(DEFAULTS).registerHealthy(elb.running("a"));
    elb.requestsAt(Duration.ofSeconds(1), Duration.ofSeconds(30), 10, 11, 12);
    elb.runTo(5);
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(2);
    assertThat(elb.count(Outcome.REFUSED)).isEqualTo(1);
  }

  @Test
  @Rule("elb SQ-1")
  @Rule("elb SQ-3")
  @Rule("elb SQ-4")
  @Rule("elb 12.6")
  void classicLoadBalancer_queues1024_andRejectsTheRest() {
    elb.serve(ServiceModel.firstComeFirstServed(Concurrency.of(1)).withAcceptQueue(0));
    elb.classic(DEFAULTS).registerHealthy(elb.running("a"));
    long[] burst = LongStream.range(0, 2_000).map(i -> 10).toArray();
    elb.requestsAt(Duration.ofSeconds(1), Duration.ofHours(1), burst);
    elb.runTo(0.5);
    assertThat(elb.count(Outcome.SPILLOVER)).isEqualTo(975);
    assertThat(elb.pool.requests().inUse()).isEqualTo(1_025);
    elb.runTo(10.02);
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(10);
  }

  @Test
  @Rule("elb SQ-6")
  void requestInTheSurgeQueue_isDropped_whenItsClientGivesUp() {
    elb.serve(ServiceModel.firstComeFirstServed(Concurrency.of(1)).withAcceptQueue(0));
    elb.classic(DEFAULTS).registerHealthy(elb.running("a"));
    elb.requestsAt(Duration.ofSeconds(4), Duration.ofSeconds(3), 0, 1);
    elb.runTo(10);
    assertThat(elb.count(Outcome.CLIENT_TIMEOUT)).isEqualTo(2);
    assertThat(elb.pool.requests().inUse()).isEqualTo(0);
  }

  @Test
  @Rule("elb 12.4")
  @Rule("elb FO-6")
  void emptyTargetGroup_answers503() {
    elb.application(DEFAULTS);
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(30), 10, 20);
    elb.runTo(1);
    assertThat(elb.count(Outcome.NO_TARGET)).isEqualTo(2);
    assertThat(elb.count(Outcome.Kind.REJECTED)).isEqualTo(2);
  }
}
