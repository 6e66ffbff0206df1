package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.Fault;
import io.headroom.ec2.PurchaseOption;
import io.headroom.ec2.spot.CapacityShortage;
import io.headroom.ec2.spot.PoolSettings;
import io.headroom.ec2.spot.SpotCall;
import io.headroom.ec2.spot.SpotSettings;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The sections about capacity and the Spot market. */
final class MarketSectionsTest {
  @Test
  @Rule("ec2 ST-8")
  void faults_areOutagesShortagesAndInterruptions() {
    YamlText text =
        new YamlText(
            "faults:",
            "- { at: 10m, zone: us-east-1b, for: 40m }",
            "- { at: 30m, for: 2h, shortage: { type: m5.large, zone: us-east-1a, purchase: spot,"
                + " instances: 3 } }",
            "- { at: 30m, for: 2h, shortage: {} }",
            "- { at: 40m, spotInterruption: { zone: us-east-1a, share: 50%, lead: 5m } }");
    List<Fault> faults = FaultsSection.read(text.section(), Stack.NONE);
    assertThat(text.problems()).isEmpty();
    assertThat(faults)
        .containsExactly(
            new Fault.ZoneOutage(Duration.ofMinutes(10), Duration.ofMinutes(40), "us-east-1b"),
            new Fault.Shortage(
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                new CapacityShortage(
                    Optional.of("m5.large"),
                    Optional.of("us-east-1a"),
                    Optional.of(PurchaseOption.SPOT),
                    3)),
            new Fault.Shortage(
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                new CapacityShortage(Optional.empty(), Optional.empty(), Optional.empty(), 0)),
            new Fault.SpotInterruption(
                Duration.ofMinutes(40),
                new SpotCall(
                    Optional.empty(), Optional.of("us-east-1a"), 0.5, Duration.ofMinutes(5))))
        .inOrder();
  }

  @Test
  void spot_absent_isTheDocumentedDefault_andAWordIsAMarket() {
    assertThat(SpotSection.read(new YamlText("name: x").section())).isEqualTo(SpotSettings.DEFAULT);
    assertThat(SpotSection.read(new YamlText("spot: calm").section()))
        .isEqualTo(SpotSettings.DEFAULT.calm());
  }

  @Test
  @Rule("ec2 SPT-10")
  @Rule("ec2 SPT-11")
  @Rule("ec2 SPT-12")
  void spot_changesWhatItSays() {
    YamlText text =
        new YamlText(
            "spot:",
            "  market: calm",
            "  priceShare: 30%",
            "  monthlyInterruption: 15%",
            "  pools: [ { type: m5.large, priceShare: 25%, capacity: 4 } ]");
    SpotSettings spot = SpotSection.read(text.section());
    assertThat(text.problems()).isEmpty();
    SpotSettings calm = SpotSettings.DEFAULT.calm();
    assertThat(spot)
        .isEqualTo(
            calm.prices(calm.prices().share(0.3))
                .interruptions(calm.interruptions().monthly(0.15))
                .pools(
                    List.of(
                        new PoolSettings(
                            Optional.of("m5.large"),
                            Optional.empty(),
                            OptionalDouble.of(0.25),
                            OptionalDouble.empty(),
                            OptionalInt.of(4)))));
  }
}
