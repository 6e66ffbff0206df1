package io.headroom.testing;

import static com.google.common.truth.Truth.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SeededPropertiesTest {
  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE)
  void seed_isTheSameInEachRun(@ForAll long value) {
    assertThat(value == -11_304 || SeededProperties.isSoak()).isTrue();
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, seed = "7")
  void seedOfItsOwn_isKept(@ForAll long value) {
    assertThat(value == 1_065 || SeededProperties.isSoak()).isTrue();
  }
}
