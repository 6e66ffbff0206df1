package io.headroom.workloads.trace;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.sim.Distribution;
import io.headroom.sim.RandomStream;
import io.headroom.testing.Rule;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredDemandsTest {
  private static final Duration MILLISECOND = Duration.ofMillis(1);

  @Test
  @Rule("workloads 6")
  void column_becomesItsEmpiricalLaw(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("d.csv"), List.of("id,ms", "a,10", "b,30", "c,80"));
    Distribution law = MeasuredDemands.read(file, Optional.of("ms"), MILLISECOND);

    assertThat(law.mean()).isWithin(1e-12).of(0.04);
    assertThat(law).isEqualTo(Distribution.empirical(new double[] {0.010, 0.030, 0.080}));
    assertThat(law.sample(new RandomStream(1))).isAnyOf(0.010, 0.030, 0.080);
  }

  @Test
  @Rule("workloads 6")
  void manyValues_areSampled(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("d.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < 1_000_000; i++) {
        out.write(i + "\n");
      }
    }
    Distribution law = MeasuredDemands.read(file, Optional.empty(), Duration.ofSeconds(1));

    // Mean of 100,000 out of 0 to 999,999: the standard error is 913.
    assertThat(law.mean()).isWithin(4_000).of(500_000);
    assertThat(law).isEqualTo(MeasuredDemands.read(file, Optional.empty(), Duration.ofSeconds(1)));
  }

  @Test
  void problems_areNamedWithTheirLines(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("d.csv"), List.of("ms", "-1", "NaN", "x"));
    UnreadableTraceException e =
        assertThrows(
            UnreadableTraceException.class,
            () -> MeasuredDemands.read(file, Optional.empty(), MILLISECOND));

    assertThat(e.problems())
        .containsExactly(
            file + ":2: value '-1' found; allowed: a finite number of at least 0",
            file + ":3: value 'NaN' found; allowed: a finite number of at least 0",
            file + ":4: value 'x' found; allowed: a finite number of at least 0");
  }
}
