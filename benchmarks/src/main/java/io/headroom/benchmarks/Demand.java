package io.headroom.benchmarks;

import io.headroom.sim.Distribution;
import io.headroom.sim.RandomStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The laws of the demands that whole runs are measured with, all with the same mean. */
enum Demand {
  EXPONENTIAL("exponential") {
    @Override
    Distribution law(Duration mean) {
      return Distribution.exponential(mean);
    }
  },
  LOG_NORMAL("lognormal") {
    @Override
    Distribution law(Duration mean) {
      return Distribution.logNormal(mean, mean);
    }
  },
  EMPIRICAL("empirical") {
    /** 10,000 values, as a log of measured times would give. */
    @Override
    Distribution law(Duration mean) {
      RandomStream random = new RandomStream(1);
      Distribution source = Distribution.logNormal(mean, mean);
      List<Duration> values =
          IntStream.range(0, 10_000)
              .mapToObj(i -> Duration.ofNanos(source.sampleNanos(random)))
              .toList();
      return Distribution.empirical(values);
    }
  };

  private final String words;

  Demand(String words) {
    this.words = words;
  }

  /** Returns the law with this mean and a coefficient of variation of about 1. */
  abstract Distribution law(Duration mean);

  String words() {
    return words;
  }
}
