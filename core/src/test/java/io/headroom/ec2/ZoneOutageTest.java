package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.sim.Distribution;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import io.headroom.testing.Rule;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneOutageTest {
  private static final String ZONE = "us-east-1a";

  private final Simulator simulator = new Simulator();
  private final Ec2 ec2 =
      new Ec2(
          simulator,
          new RandomStreams(1, 0),
          new BootTimes(seconds(16), seconds(90), seconds(22)),
          new ServerPool());

  private static Distribution seconds(long seconds) {
    return Distribution.constant(Duration.ofSeconds(seconds));
  }

  private void at(long second, Runnable action) {
    simulator.schedule(second * SimTime.SECOND, Phase.WORLD, "outage", action);
  }

  /** Runs at 16 s, has booted at 116 s and is ready at 146 s; its zone is down from 50 s on. */
  @Rule("ec2 AZ-3")
  @ParameterizedTest
  @CsvSource({
    "60, 61, CLOSED",
    "60, 115, CLOSED",
    "60, 117, STARTING",
    "60, 147, OPEN",
    "130, 129, SILENT",
    "130, 131, STARTING",
    "130, 147, OPEN",
    "200, 201, OPEN"
  })
  void machineThatBootedAcrossAnOutage_isAsFarAsItsBoot(
      long restored, long looked, Server.Condition expected) {
    ServiceModel slow = ServiceModel.WEB_SERVER.withReady(seconds(30));
    LaunchConfiguration launch =
        LaunchConfiguration.of("m5.large").bootTime(seconds(100)).service(slow);
    LaunchOutcome outcome = ec2.launch(launch, ZONE, "web", InstanceListener.NONE);
    Instance instance = ((LaunchOutcome.Launched) outcome).instance();
    at(50, () -> ec2.failZone(ZONE));
    at(restored, () -> ec2.restoreZone(ZONE));
    simulator.runUntil(looked * SimTime.SECOND, RunMonitor.NONE);

    assertThat(instance.server().condition()).isEqualTo(expected);
  }
}
