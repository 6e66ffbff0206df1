package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerTest {
  private static final long MILLI = 1_000_000L;

  private ServerPool pool = new ServerPool();

  private Server open(ServiceModel model) {
    LaunchConfiguration launch = LaunchConfiguration.of("m5.large").service(model);
    pool = new ServerPool();
    Server server = pool.open("web", launch, 0);
    server.condition(0, Server.Condition.OPEN);
    return server;
  }

  private int end(Server server, long nowNanos) {
    assertThat(server.nextEndNanos()).isEqualTo(nowNanos);
    return server.end();
  }

  private int request(long demandMillis) {
    return pool.requests().take(0, demandMillis * MILLI);
  }

  @Test
  void sharing_runsAtFullSpeed_upToTheVcpus() {
    Server server = open(ServiceModel.WEB_SERVER);
    server.offer(0, request(10));
    server.offer(0, request(20));
    assertThat(server.nextEndNanos()).isEqualTo(10 * MILLI);
  }

  @Test
  void sharing_slowsDown_beyondTheVcpus() {
    Server server = open(ServiceModel.WEB_SERVER);
    int[] three = {request(10), request(10), request(10)};
    for (int request : three) {
      server.offer(0, request);
    }
    assertThat(server.nextEndNanos()).isEqualTo(15 * MILLI);
  }

  @Test
  void sharing_speedsUpAgain_whenARequestEnds() {
    Server server = open(ServiceModel.WEB_SERVER);
    int small = request(2);
    server.offer(0, small);
    server.offer(0, request(10));
    server.offer(0, request(10));
    assertThat(server.nextEndNanos()).isEqualTo(3 * MILLI);
    assertThat(end(server, 3 * MILLI)).isEqualTo(small);
    assertThat(server.nextEndNanos()).isEqualTo(11 * MILLI);
  }

  @Test
  void inOrderOfArrival_waitingRequestsTakeTheNextFreeWorker() {
    Server server = open(ServiceModel.firstComeFirstServed(Concurrency.of(1)));
    int first = request(10);
    int second = request(1);
    server.offer(0, first);
    server.offer(0, second);
    assertThat(end(server, 10 * MILLI)).isEqualTo(first);
    assertThat(server.nextEndNanos()).isEqualTo(11 * MILLI);
    assertThat(end(server, 11 * MILLI)).isEqualTo(second);
    assertThat(server.nextEndNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void offer_refuses_whenTheAcceptQueueIsFull() {
    Server server = open(ServiceModel.firstComeFirstServed(Concurrency.of(1)).withAcceptQueue(1));
    assertThat(server.offer(0, request(10))).isTrue();
    assertThat(server.offer(0, request(10))).isTrue();
    assertThat(server.isFull()).isTrue();
    assertThat(server.offer(0, request(10))).isFalse();
    assertThat(server.inFlight(0)).isEqualTo(2);
  }

  @Test
  void silence_stopsTheWork_untilTheMachineOpensAgain() {
    for (ServiceModel model :
        List.of(ServiceModel.WEB_SERVER, ServiceModel.firstComeFirstServed(Concurrency.of(2)))) {
      Server server = open(model);
      server.offer(0, request(10));
      server.condition(4 * MILLI, Server.Condition.SILENT);
      assertThat(server.nextEndNanos()).isEqualTo(Long.MAX_VALUE);
      server.condition(100 * MILLI, Server.Condition.OPEN);
      assertThat(server.nextEndNanos()).isEqualTo(106 * MILLI);
    }
  }

  @Test
  void throttle_stretchesWhatIsLeft_andBusyTime() {
    for (ServiceModel model :
        List.of(
            ServiceModel.WEB_SERVER,
            ServiceModel.firstComeFirstServed(Concurrency.of(2)),
            ServiceModel.firstComeFirstServed(Concurrency.of(100)))) {
      Server server = open(model);
      server.offer(0, request(10));
      server.throttle(4 * MILLI, 0.25);
      assertThat(server.nextEndNanos()).isEqualTo(28 * MILLI);
      assertThat(server.busyNanos(8 * MILLI)).isEqualTo(5 * MILLI);
      server.offer(8 * MILLI, request(1));
      assertThat(server.nextEndNanos()).isEqualTo(12 * MILLI);
      server.throttle(10 * MILLI, 1);
      assertThat(server.nextEndNanos()).isEqualTo(10 * MILLI + MILLI / 2);
      assertThat(server.busyNanos(10 * MILLI)).isEqualTo(6 * MILLI);
    }
  }

  @Test
  void throttle_ofASilentMachine_countsWhenItOpens() {
    for (ServiceModel model :
        List.of(ServiceModel.WEB_SERVER, ServiceModel.firstComeFirstServed(Concurrency.of(2)))) {
      Server server = open(model);
      server.offer(0, request(10));
      server.condition(4 * MILLI, Server.Condition.SILENT);
      server.throttle(50 * MILLI, 0.5);
      server.condition(100 * MILLI, Server.Condition.OPEN);
      assertThat(server.nextEndNanos()).isEqualTo(112 * MILLI);
    }
  }

  @Test
  void cut_dropsEverything() {
    Server server = open(ServiceModel.firstComeFirstServed(Concurrency.of(1)));
    int first = request(10);
    int second = request(10);
    server.offer(0, first);
    server.offer(0, second);
    List<Integer> dropped = new ArrayList<>();
    server.cut(MILLI, dropped::add);
    assertThat(dropped).containsExactly(first, second).inOrder();
    assertThat(server.inFlight(MILLI)).isEqualTo(0);
  }

  @Test
  void busyTime_isThatOfTheVcpusInUse() {
    Server server = open(ServiceModel.WEB_SERVER);
    for (int i = 0; i < 4; i++) {
      server.offer(0, request(10));
    }
    assertThat(server.busyNanos(5 * MILLI)).isEqualTo(10 * MILLI);
    assertThat(server.busyUnits()).isEqualTo(2);
  }

  @Test
  void busyTime_ofMoreWorkersThanVcpus_isFullWhenAllWork() {
    Server server = open(ServiceModel.firstComeFirstServed(Concurrency.perVcpu(2)));
    for (int i = 0; i < 4; i++) {
      server.offer(0, request(10));
    }
    assertThat(server.busyNanos(5 * MILLI)).isEqualTo(20 * MILLI);
    assertThat(server.busyUnits()).isEqualTo(4);
  }
}
