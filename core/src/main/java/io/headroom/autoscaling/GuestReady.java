package io.headroom.autoscaling;

import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Ready-made times from running to an application that answers, by word; each lognormal with sigma
 * 0.4.
 *
 * <p>Assumptions, fitted by eye to published measurements: M. Mao and M. Humphrey, "A Performance
 * Study on the VM Startup Time in the Cloud" (IEEE CLOUD 2012: Linux 97 s, Windows 810 s to the
 * first log-in), C. Percival's EC2 boot time benchmarking (2021: 23 s from running to an open
 * port), brevdev's cold-boot measurements, and the 2 to 3 minutes that AWS's page on cooldowns
 * gives to a start with a configuration script (2018).
 */
public enum GuestReady {
  /** A small Linux image with everything in it; median 25 s. */
  FAST(25),
  /** A common Linux image whose user data starts a service; median 90 s; the default. */
  TYPICAL(90),
  /** An image that installs its software at each boot; median 300 s. */
  SLOW(300),
  /** Windows; median 600 s. */
  WINDOWS(600);

  private static final double SIGMA = 0.4;

  private final long medianSeconds;

  GuestReady(long medianSeconds) {
    this.medianSeconds = medianSeconds;
  }

  /** Returns the word, in small letters. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the law of the time. */
  public Distribution time() {
    return Distribution.logNormalByMedian(Duration.ofSeconds(medianSeconds), SIGMA);
  }

  /** Returns the profile of a word; empty if there is none. */
  public static Optional<GuestReady> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
