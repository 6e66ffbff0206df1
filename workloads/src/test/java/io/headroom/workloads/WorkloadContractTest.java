package io.headroom.workloads;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.sim.RandomStreams;
import io.headroom.sim.SimTime;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every workload that scenario files can name. */
class WorkloadContractTest {
  private static final long HORIZON = 6 * SimTime.HOUR;

  /** Settings under which each workload brings some ten thousand requests in six hours. */
  private static Map<String, ?> settings(String key) {
    Duration hour = Duration.ofHours(1);
    return switch (key) {
      case "poisson", "constant" -> Map.of("rate", 1.5);
      case "diurnal" ->
          Map.of(
              "trough",
              0.5,
              "peak",
              4,
              "peak-at",
              Duration.ofHours(3),
              "flash-crowds",
              List.of(Map.of("at", hour, "shock", 3)));
      case "flash-crowd" -> Map.of("normal", 1, "at", hour, "shock", 9);
      case "spike" -> Map.of("normal", 1, "at", hour, "magnitude", 6);
      case "ramp" -> Map.of("from", 0.2, "to", 5, "at", hour, "for", hour);
      case "steps" -> Map.of("rate", 1, "steps", List.of(Map.of("at", hour, "rate", 3)));
      case "trace" -> Map.of("file", hourlyTrace());
      default -> throw new IllegalArgumentException("no settings for " + key);
    };
  }

  private static Path hourlyTrace() {
    URL resource = Objects.requireNonNull(WorkloadContractTest.class.getResource("hourly.csv"));
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<WorkloadProvider> providers() {
    return ServiceLoader.load(WorkloadProvider.class).stream().map(ServiceLoader.Provider::get);
  }

  private static Workload workload(WorkloadProvider provider) {
    MapSettings settings = MapSettings.of(settings(provider.key()));
    Workload workload = provider.create(settings);
    assertThat(settings.problems()).isEmpty();
    return workload;
  }

  @ParameterizedTest
  @MethodSource("providers")
  void arrivals_ascendWithinTheHorizon(WorkloadProvider provider) {
    long[] times = Sample.of(workload(provider), 1, HORIZON);

    assertThat(times.length).isGreaterThan(5_000);
    assertThat(times).asList().isInOrder();
    assertThat(times[0]).isAtLeast(0);
    assertThat(times[times.length - 1]).isLessThan(HORIZON);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void sameStreams_giveTheSameArrivalsInAnyThread(WorkloadProvider provider) {
    Workload workload = workload(provider);
    long[] first = Sample.of(workload, 7, HORIZON);
    CompletableFuture<long[]> second =
        CompletableFuture.supplyAsync(() -> Sample.of(workload, 7, HORIZON));
    long[] third = Sample.of(workload(provider), 7, HORIZON);

    assertThat(second.join()).isEqualTo(first);
    assertThat(third).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void equalSettings_giveEqualWorkloads(WorkloadProvider provider) {
    assertThat(workload(provider)).isEqualTo(workload(provider));
    assertThat(workload(provider).toString()).isEqualTo(workload(provider).toString());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void bufferSize_doesNotMatter(WorkloadProvider provider) {
    Workload workload = workload(provider);
    var arrivals = workload.open(new RandomStreams(3, 0), HORIZON);
    long[] one = new long[1];
    long[] all = Sample.of(workload, 3, HORIZON);
    for (long expected : all) {
      assertThat(arrivals.next(one)).isEqualTo(1);
      assertThat(one[0]).isEqualTo(expected);
    }
    assertThat(arrivals.next(one)).isEqualTo(0);
  }

  /** Sums the intensity in steps of a second and compares with 40 runs, at 5 standard errors. */
  @ParameterizedTest
  @MethodSource("providers")
  void counts_followTheIntensityInEachHour(WorkloadProvider provider) {
    Workload workload = workload(provider);
    int runs = 40;
    double[] counted = new double[6];
    for (int run = 0; run < runs; run++) {
      for (long time : Sample.of(workload, 1_000 + run, HORIZON)) {
        counted[(int) (time / SimTime.HOUR)]++;
      }
    }
    for (int hour = 0; hour < 6; hour++) {
      double expected = runs * expected(workload, hour * SimTime.HOUR);
      assertWithMessage("%s, hour %s", provider.key(), hour)
          .that(counted[hour])
          .isWithin(5 * StrictMath.sqrt(expected) + 0.001 * expected)
          .of(expected);
    }
  }

  private static double expected(Workload workload, long from) {
    double sum = 0;
    for (long t = from; t < from + SimTime.HOUR; t += SimTime.SECOND) {
      sum += workload.requestsPerSecond(t + SimTime.SECOND / 2);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("providers")
  void missingSettings_areProblemsAndNoException(WorkloadProvider provider) {
    MapSettings settings = MapSettings.of(Map.of());
    Workload workload = provider.create(settings);

    assertThat(settings.problems()).isNotEmpty();
    assertThat(workload.requestsPerSecond(0)).isEqualTo(0.0);
  }
}
