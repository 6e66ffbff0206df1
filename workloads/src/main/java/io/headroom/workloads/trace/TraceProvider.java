package io.headroom.workloads.trace;

import io.headroom.sim.Settings;
import io.headroom.sim.SimTime;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code trace: {file: traffic.csv.gz, factor: 20}}.
 *
 * <p>Other settings: {@code column} and {@code time-column} (name or number); {@code unit}
 * (requests, per-second or events); {@code interval}; {@code zone} and {@code time-unit} of the
 * stamps; {@code from}, an instant of the trace or a time since its first row; {@code speed-up};
 * {@code gaps} (auto, zero, interpolate or previous-day); {@code arrivals} (uniform, poissonised,
 * smooth or bursty) and {@code shape} (0.5) of bursty ones.
 */
public final class TraceProvider implements WorkloadProvider {
  private static final double DEFAULT_SHAPE = 0.5;

  @Override
  public String key() {
    return "trace";
  }

  @Override
  public Workload create(Settings settings) {
    TraceOptions options = new Reading(settings).options();
    Placement placement = placement(settings);
    Optional<Path> file = settings.file("file");
    if (file.isEmpty() && !settings.has("file")) {
      settings.problem("file", "file is missing; give a CSV file of request counts");
    }
    return file.map(f -> read(settings, f, options).placed(placement))
        .orElseGet(() -> new TraceWorkload(key(), Trace.EMPTY, placement));
  }

  private TraceWorkload read(Settings settings, Path file, TraceOptions options) {
    try {
      TraceWorkload workload = TraceWorkload.read(file, options);
      workload.trace().notes().forEach(note -> settings.note("file", note));
      noteEnd(settings, workload.trace().counts());
      return workload;
    } catch (UnreadableTraceException e) {
      e.problems().forEach(problem -> settings.problem("file", problem));
      return new TraceWorkload(key(), Trace.EMPTY, Placement.uniform());
    }
  }

  private static void noteEnd(Settings settings, Counts counts) {
    Duration end = Duration.ofNanos(counts.endNanos());
    if (end.compareTo(settings.duration()) < 0) {
      settings.note(
          "file",
          "the trace ends at %s of the run; nothing arrives after that"
              .formatted(SimTime.format(counts.endNanos())));
    }
  }

  private static Placement placement(Settings settings) {
    double shape = positive(settings, "shape", DEFAULT_SHAPE);
    List<String> allowed = List.of("uniform", "poissonised", "smooth", "bursty");
    return switch (settings.word("arrivals", "uniform", allowed)) {
      case "poissonised" -> Placement.poissonised();
      case "smooth" -> Placement.smooth();
      case "bursty" -> Placement.bursty(shape);
      default -> Placement.uniform();
    };
  }

  private static double positive(Settings settings, String key, double defaultValue) {
    double value = settings.number(key, defaultValue);
    if (value > 0 && value < Double.POSITIVE_INFINITY) {
      return value;
    }
    settings.problem(key, "%s must be positive, was %s".formatted(key, value));
    return defaultValue;
  }

  private record Reading(Settings settings) {
    TraceOptions options() {
      double factor = settings.number("factor", 1);
      if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
        settings.problem("factor", "factor must be at least 0, was " + factor);
        factor = 1;
      }
      return new TraceOptions(format(), window(), gaps(), factor);
    }

    private TraceFormat format() {
      return new TraceFormat(
          settings.text("column"),
          settings.text("time-column"),
          unit(),
          interval(),
          zone(),
          timeUnit());
    }

    private Unit unit() {
      List<String> allowed = List.of("requests", "per-second", "events");
      return Unit.valueOf(constant(settings.word("unit", "requests", allowed)));
    }

    private GapRule gaps() {
      List<String> allowed = List.of("auto", "zero", "interpolate", "previous-day");
      return GapRule.valueOf(constant(settings.word("gaps", "auto", allowed)));
    }

    private static String constant(String word) {
      return word.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private Optional<Duration> interval() {
      if (!settings.has("interval")) {
        return Optional.empty();
      }
      Duration interval = settings.duration("interval", Duration.ofMinutes(1));
      if (interval.isNegative() || interval.isZero()) {
        settings.problem("interval", "interval must be positive, was " + interval);
        return Optional.empty();
      }
      return Optional.of(interval);
    }

    private ZoneId zone() {
      String name = settings.text("zone").orElse("UTC");
      try {
        return name.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(name);
      } catch (DateTimeException e) {
        settings.problem("zone", "zone must be one such as Europe/Berlin or +02:00, was " + name);
        return ZoneOffset.UTC;
      }
    }

    private Optional<ChronoUnit> timeUnit() {
      List<String> allowed =
          List.of("auto", "nanos", "micros", "millis", "seconds", "minutes", "hours", "days");
      String word = settings.word("time-unit", "auto", allowed);
      return word.equals("auto")
          ? Optional.empty()
          : Optional.of(ChronoUnit.valueOf(constant(word)));
    }

    private TraceWindow window() {
      double speedUp = positive(settings, "speed-up", 1);
      TraceWindow window = TraceWindow.ALL.limitedTo(settings.duration()).spedUp(speedUp);
      return from(window);
    }

    private TraceWindow from(TraceWindow window) {
      Optional<String> text = settings.text("from").map(String::trim);
      if (text.isEmpty() || !Stamp.isLike(text.get())) {
        Duration offset = text.isEmpty() ? Duration.ZERO : settings.duration("from", Duration.ZERO);
        return window.startingAfter(offset.isNegative() ? Duration.ZERO : offset);
      }
      try {
        long nanos = Stamp.epochNanos(text.get(), zone(), Long.MIN_VALUE);
        return window.startingAt(Instant.EPOCH.plusNanos(nanos));
      } catch (DateTimeException e) {
        settings.problem(
            "from", "from must be an instant or a time since the first row, was " + text.get());
        return window;
      }
    }
  }
}
