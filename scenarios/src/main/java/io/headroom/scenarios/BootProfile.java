package io.headroom.scenarios;

import io.headroom.ec2.LaunchConfiguration;
import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Ready-made times from running to an application that answers, by word.
 *
 * <ul>
 *   <li>{@code fast}: an image with everything in it; the operating system, median 15 s, and five
 *       seconds of service start
 *   <li>{@code typical}: a common Linux image whose user data starts a service; median 90 s
 *   <li>{@code slow}: an image that installs its software at each boot; median 5 minutes
 *   <li>{@code windows}: Windows, median 4 minutes, with two minutes for the application
 * </ul>
 *
 * <p>Assumptions, fitted by eye to published measurements: Mao and Humphrey, "A Performance Study
 * on the VM Startup Time in the Cloud" (IEEE Cloud 2012), and C. Percival's ec2-boot-bench (2021).
 */
final class BootProfile {
  private static final Map<String, Distribution> BY_WORD =
      Map.of(
          "fast",
          Distribution.logNormalByMedian(Duration.ofSeconds(15), 0.4)
              .plus(Distribution.constant(Duration.ofSeconds(5))),
          "typical",
          LaunchConfiguration.TYPICAL_BOOT_TIME,
          "slow",
          Distribution.logNormalByMedian(Duration.ofMinutes(5), 0.4),
          "windows",
          Distribution.logNormalByMedian(Duration.ofMinutes(4), 0.4)
              .plus(Distribution.constant(Duration.ofMinutes(2))));

  private BootProfile() {}

  /** Reads one of the words, or a law; empty if the key is absent or unusable. */
  static Optional<Distribution> read(Section section, String key) {
    return section
        .value(key)
        .flatMap(Value::scalar)
        .map(String::strip)
        .flatMap(word -> Optional.ofNullable(BY_WORD.get(word)))
        .or(() -> Laws.read(section, key));
  }
}
