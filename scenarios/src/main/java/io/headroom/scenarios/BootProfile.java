package io.headroom.scenarios;

import io.headroom.ec2.LaunchConfiguration;
import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Ready-made times from running to an application that answers.
 *
 * <p>Assumptions, fitted by eye to published measurements: Mao and Humphrey, "A Performance Study
 * on the VM Startup Time in the Cloud" (IEEE Cloud 2012), and C. Percival's ec2-boot-bench (2021).
 */
enum BootProfile {
  /** An image with everything in it: the operating system and five seconds of service start. */
  FAST(
      Distribution.logNormalByMedian(Duration.ofSeconds(15), 0.4)
          .plus(Distribution.constant(Duration.ofSeconds(5)))),
  /** A common Linux image whose user data starts a service; median 90 s. */
  TYPICAL(LaunchConfiguration.TYPICAL_BOOT_TIME),
  /** An image that installs its software at each boot; median 300 s. */
  SLOW(Distribution.logNormalByMedian(Duration.ofSeconds(300), 0.4)),
  /** Windows, with two minutes for the application. */
  WINDOWS(
      Distribution.logNormalByMedian(Duration.ofSeconds(240), 0.4)
          .plus(Distribution.constant(Duration.ofSeconds(120))));

  private final Distribution law;

  BootProfile(Distribution law) {
    this.law = law;
  }

  /** Reads one of the words, or a law; empty if the key is absent or unusable. */
  static Optional<Distribution> read(Section section, String key) {
    Optional<BootProfile> profile = section.value(key).flatMap(Value::scalar).map(byWord()::get);
    return profile.isPresent() ? profile.map(found -> found.law) : Laws.read(section, key);
  }

  private static Map<String, BootProfile> byWord() {
    Map<String, BootProfile> words = new LinkedHashMap<>();
    for (BootProfile profile : values()) {
      words.put(profile.name().toLowerCase(Locale.ROOT), profile);
    }
    return words;
  }
}
