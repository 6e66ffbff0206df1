package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cli.Shell.Stream;
import io.headroom.sim.SimTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final AtomicLong clock = new AtomicLong();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Progress progress(Set<Stream> terminals) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Shell shell = new Shell(stream, stream, terminals, Map.of(), StandardCharsets.UTF_8);
    return new Progress(shell, Duration.ofHours(24), clock::get);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void quickRun_showsNothing() {
    try (Progress progress = progress(Set.of(Stream.ERR))) {
      clock.set(SimTime.SECOND);
      assertThat(progress.reached(12 * SimTime.HOUR)).isTrue();
    }
    assertThat(shown()).isEmpty();
  }

  @Test
  void longRun_onATerminal_showsSimulatedTime() {
    try (Progress progress = progress(Set.of(Stream.ERR))) {
      clock.set(SimTime.SECOND + 1);
      assertThat(progress.reached(12 * SimTime.HOUR)).isTrue();
    }
    assertThat(shown()).contains("Simulating");
    assertThat(shown()).contains("12/24 h");
  }

  @Test
  void longRun_onAPipe_showsNothing() {
    try (Progress progress = progress(Set.of(Stream.OUT))) {
      clock.set(10 * SimTime.SECOND);
      assertThat(progress.reached(12 * SimTime.HOUR)).isTrue();
    }
    assertThat(shown()).isEmpty();
  }
}
