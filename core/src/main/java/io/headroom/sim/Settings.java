package io.headroom.sim;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Typed access to the settings of one pluggable part (a workload, a policy) in a scenario file.
 *
 * <p>Every reader names the key, says the default and records a problem with file, line and allowed
 * values when the text does not fit; then it returns the default, so that all problems of a file
 * are found at once. A key that no reader asked for is reported as unknown.
 */
public interface Settings {
  /** Returns the wall-clock instant of simulated time zero. */
  Instant start();

  /** Returns the length of the run. */
  Duration duration();

  /** Returns whether the key is present. */
  boolean has(String key);

  /** Reads a number; {@code null} never comes back. */
  double number(String key, double defaultValue);

  /** Reads a rate such as {@code 120}, {@code 120/s}, {@code 7200/min}, in requests per second. */
  double rate(String key, double defaultValue);

  /** Reads a duration such as {@code 90s}, {@code 5m}, {@code 24h}, {@code 80ms}. */
  Duration duration(String key, Duration defaultValue);

  /** Reads an instant or a time since the start: ISO 8601, {@code 14:00} or {@code 90m}. */
  Duration time(String key, Duration defaultValue);

  /** Reads one of the allowed words. */
  String word(String key, String defaultValue, List<String> allowed);

  /** Reads free text. */
  Optional<String> text(String key);

  /** Reads a file name, relative to the scenario file; an absent file is a problem. */
  Optional<Path> file(String key);

  /** Reads a list of settings, such as the steps of a staircase; empty when the key is absent. */
  List<Settings> list(String key);

  /** Records a problem with the value of a key, at its line. */
  void problem(String key, String message);

  /**
   * Records what a user should know about the value of a key although it is right, such as a gap
   * that was filled. By default nobody learns of it.
   */
  default void note(String key, String message) {}
}
