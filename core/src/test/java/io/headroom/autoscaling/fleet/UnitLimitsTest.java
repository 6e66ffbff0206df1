package io.headroom.autoscaling.fleet;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import org.junit.jupiter.api.Test;

class UnitLimitsTest {

  @Test
  @Rule("autoscaling MX12")
  void units_exceedNeitherDesiredNorMaximumByMoreThanTheLargestWeight() {
    UnitLimits limits = new UnitLimits(100, 110, 24);
    assertThat(limits.most()).isEqualTo(124);
    assertThat(limits.allowsLaunch(99, 24)).isTrue();
    assertThat(limits.allowsLaunch(100, 1)).isFalse();
  }

  @Test
  @Rule("autoscaling MX15")
  void removal_staysAtDesired() {
    UnitLimits limits = new UnitLimits(10, 20, 6);
    assertThat(limits.allowsRemoval(16, 6)).isTrue();
    assertThat(limits.allowsRemoval(15, 6)).isFalse();
  }
}
