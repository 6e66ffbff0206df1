package io.headroom.policies.baseline;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.policies.Snapshot;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClairvoyantTest {
  private static final Clairvoyant POLICY = Clairvoyant.withDefaults();

  private static int capacity(Clairvoyant policy, double requestsPerSecond) {
    return policy
        .newDecider()
        .decide(Snapshot.of(1).expecting(requestsPerSecond))
        .capacity()
        .getAsInt();
  }

  @Test
  void peakUntilTheNextLaunch_fitsAtTheUtilisation() {
    assertThat(capacity(POLICY, 80)).isEqualTo(10);
    assertThat(capacity(POLICY, 81)).isEqualTo(11);
    assertThat(capacity(POLICY, 0)).isEqualTo(0);
  }

  @Test
  void window_isLaunchTimeAndOnePeriod() {
    Clairvoyant quick = new Clairvoyant("quick", 0.8, Duration.ofSeconds(10));

    assertThat(capacity(quick, 80)).isEqualTo(5);
  }

  @Test
  void numbersOutOfRange_areRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Clairvoyant("x", 0, Duration.ofMinutes(1)));
    assertThrows(IllegalArgumentException.class, () -> new Clairvoyant("x", 0.8, Duration.ZERO));
  }
}
