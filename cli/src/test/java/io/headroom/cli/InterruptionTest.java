package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class InterruptionTest {
  @Test
  void run_goesOn_untilTheUserInterrupts() {
    Interruption interruption = Interruption.listen();
    assertThat(interruption.reached(1)).isTrue();
    assertThat(interruption.wasAsked()).isFalse();
    interruption.close();
    interruption.interrupt();
    assertThat(interruption.reached(2)).isFalse();
    assertThat(interruption.wasAsked()).isTrue();
  }
}
