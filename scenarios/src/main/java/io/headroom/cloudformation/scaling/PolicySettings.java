package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.resources.ImportContext;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.sim.Settings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties of a {@code Headroom::ScalingPolicy} as settings of the policy. */
final class PolicySettings implements Settings {

  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|min|m|h|d)");
  private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*/\\s*(s|min|m|h|d)");

  private static final Map<String, Double> SECONDS =
      Map.of("ms", 0.001, "s", 1.0, "m", 60.0, "min", 60.0, "h", 3_600.0, "d", 86_400.0);

  private final Properties properties;
  private final ImportContext context;

  PolicySettings(Properties properties, ImportContext context) {
    this.properties = properties;
    this.context = context;
  }

  @Override
  public Instant start() {
    return context.stack().options().start();
  }

  @Override
  public Duration duration() {
    return context.stack().options().duration();
  }

  @Override
  public boolean has(String key) {
    return properties.has(key);
  }

  @Override
  public double number(String key, double defaultValue) {
    return properties.number(key).orElse(defaultValue);
  }

  @Override
  public double rate(String key, double defaultValue) {
    return read(key, "a rate such as 120/s", PolicySettings::rate).orElse(defaultValue);
  }

  @Override
  public Duration duration(String key, Duration defaultValue) {
    return read(key, "a duration such as 90s or 5m", PolicySettings::amount).orElse(defaultValue);
  }

  @Override
  public Duration time(String key, Duration defaultValue) {
    return read(key, "a time since the start such as 90m, or an instant", this::sinceStart)
        .orElse(defaultValue);
  }

  private Optional<Duration> sinceStart(String text) {
    try {
      return Optional.of(Duration.between(start(), Instant.parse(text)));
    } catch (DateTimeException e) {
      return amount(text);
    }
  }

  @Override
  public String word(String key, String defaultValue, List<String> allowed) {
    return properties.word(key, defaultValue, allowed);
  }

  @Override
  public Optional<String> text(String key) {
    return properties.known(key);
  }

  @Override
  public Optional<Path> file(String key) {
    return read(key, "the name of a file that exists", this::existing);
  }

  private Optional<Path> existing(String name) {
    try {
      Path file = context.folder().resolve(name);
      return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<Settings> list(String key) {
    return properties.maps(key).stream()
        .map(each -> (Settings) new PolicySettings(each, context))
        .toList();
  }

  @Override
  public void problem(String key, String message) {
    properties.error(key, message);
  }

  @Override
  public void note(String key, String message) {
    properties.note(key, message);
  }

  private <T> Optional<T> read(String key, String allowed, Function<String, Optional<T>> parser) {
    Optional<String> text = properties.known(key);
    Optional<T> value = text.map(String::strip).flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      properties.error(key, "must be %s, found %s".formatted(allowed, text.get()));
    }
    return value;
  }

  private static Optional<Duration> amount(String text) {
    Matcher matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      return text.equals("0") ? Optional.of(Duration.ZERO) : Optional.empty();
    }
    double seconds = Double.parseDouble(matcher.group(1)) * seconds(matcher.group(2));
    return Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)));
  }

  private static Optional<Double> rate(String text) {
    Matcher matcher = RATE.matcher(text + (text.contains("/") ? "" : "/s"));
    return matcher.matches()
        ? Optional.of(Double.parseDouble(matcher.group(1)) / seconds(matcher.group(2)))
        : Optional.empty();
  }

  private static double seconds(String unit) {
    return SECONDS.getOrDefault(unit, 1.0);
  }
}
