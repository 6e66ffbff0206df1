package io.headroom.sim;

import static com.google.common.truth.Truth.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  private static long first(RandomStreams streams, String name) {
    return streams.stream(name).nextLong();
  }

  @Test
  void sameName_givesTheSameStream() {
    RandomStreams streams = new RandomStreams(42, 0);

    assertThat(first(streams, "arrivals")).isEqualTo(first(streams, "arrivals"));
    assertThat(first(new RandomStreams(42, 0), "arrivals")).isEqualTo(first(streams, "arrivals"));
  }

  /** A change here changes every published result: it needs an entry in the changelog. */
  @Test
  void firstNumber_isPinned() {
    assertThat(first(new RandomStreams(42, 0), "arrivals")).isEqualTo(-5_043_266_930_013_073_260L);
  }

  @Test
  void seedReplicationNameAndIndex_allMatter() {
    Set<Long> numbers = new LinkedHashSet<>();
    for (int replication = 0; replication < 10; replication++) {
      for (long seed = 0; seed < 10; seed++) {
        RandomStreams streams = new RandomStreams(seed, replication);
        numbers.add(first(streams, "arrivals"));
        numbers.add(first(streams, "demand"));
        numbers.add(first(streams.within("second"), "arrivals"));
        for (int index = 0; index < 10; index++) {
          numbers.add(streams.stream("boot", index).nextLong());
        }
      }
    }
    assertThat(numbers).hasSize(10 * 10 * 13);
  }

  @Test
  void streams_areNotCorrelated() {
    double[] one = new double[100_000];
    double[] two = new double[100_000];
    RandomStream first = new RandomStreams(1, 0).stream("arrivals");
    RandomStream second = new RandomStreams(1, 1).stream("arrivals");
    for (int i = 0; i < one.length; i++) {
      one[i] = first.nextDouble();
      two[i] = second.nextDouble();
    }
    // The standard error of no correlation is 0.0032.
    assertThat(new PearsonsCorrelation().correlation(one, two)).isWithin(0.013).of(0);
  }
}
