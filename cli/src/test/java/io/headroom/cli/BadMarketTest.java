package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with shortages, Spot interruptions and the Spot market of a scenario. */
final class BadMarketTest {
  @TempDir Path temporary = Path.of("");
  private InputFolder folder;

  @BeforeEach
  void writeInput() {
    folder = new InputFolder(temporary);
  }

  @Test
  void shortage_isChecked_eachProblemALine() {
    folder.scenarioWith(
        "seed: 3",
        "faults: [ { at: 5m, for: 1m, shortage: { type: m99.huge, zone: b, purchase: spott,"
            + " instances: -1 } } ]");
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:4: faults[0].shortage.type: found 'm99.huge'; allowed: the name of an"
                + " instance type such as m5.large",
            "scenario.yaml:4: faults[0].shortage.zone: found 'b'; allowed: us-east-1a | us-east-1b",
            "scenario.yaml:4: faults[0].shortage.purchase: found 'spott'; allowed: on-demand |"
                + " spot",
            "scenario.yaml:4: faults[0].shortage.instances: found '-1'; allowed: a whole number"
                + " from 0 to 1,000,000");
  }

  @Test
  void interruption_isChecked() {
    folder.scenarioWith(
        "seed: 3", "faults: [ { at: 5m, spotInterruption: { share: 0%, leed: 1m } } ]");
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:4: faults[0].spotInterruption.share: found '0%'; allowed: a share above"
                + " zero such as 50%, up to 100%",
            "scenario.yaml:4: faults[0].spotInterruption.leed: unknown key; did you mean lead?");
  }

  @Test
  void market_isChecked() {
    folder.scenarioWith(
        "assumptions: { timings: deterministic }",
        "assumptions: { spot: { market: wild, priceShare: 0, monthlyInterruption: 100%, pools: [ {"
            + " capacity: few } ] } }");
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:13: assumptions.spot.market: found 'wild'; allowed: calm | typical",
            "scenario.yaml:13: assumptions.spot.priceShare: found '0'; allowed: a share above zero"
                + " such as 35%, up to 100%",
            "scenario.yaml:13: assumptions.spot.monthlyInterruption: found '100%'; allowed: a share"
                + " such as 5%, below 100%",
            "scenario.yaml:13: assumptions.spot.pools[0].capacity: found 'few'; allowed: a whole"
                + " number from 0 to 1,000,000");
  }

  @Test
  void history_namesFileAndLine() {
    folder.write(
        "spot.csv",
        "Timestamp,InstanceType,AvailabilityZone,SpotPrice\nyesterday,m5.large,us-east-1a,0.03\n");
    folder.scenarioWith(
        "assumptions: { timings: deterministic }", "assumptions: { spot: { history: spot.csv } }");
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:13: assumptions.spot.history: spot.csv:2: Timestamp: found 'yesterday';"
                + " allowed: an instant such as 2026-11-27T00:00:00Z");
    folder.write("spot.csv", "Time,Price\n1,2\n");
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:13: assumptions.spot.history: spot.csv:1: needs the columns Timestamp,"
                + " InstanceType, AvailabilityZone, SpotPrice");
  }

  @Test
  void instanceRefresh_isChecked() {
    folder.scenarioWith(
        "seed: 3",
        "operations: [ { at: 5m, startInstanceRefresh: { MinHealthyPercentage: most,"
            + " SkipMatch: true, StandbyInstances: Refresh } } ]");
    assertThat(folder.refusal())
        .containsExactly(
            "scenario.yaml:4: operations[0].startInstanceRefresh.MinHealthyPercentage: found"
                + " 'most'; allowed: a whole number of at least 0",
            "scenario.yaml:4: operations[0].startInstanceRefresh.StandbyInstances: found 'Refresh';"
                + " allowed: Ignore | Wait",
            "scenario.yaml:4: operations[0].startInstanceRefresh.SkipMatch: unknown key; did you"
                + " mean SkipMatching?");
  }
}
