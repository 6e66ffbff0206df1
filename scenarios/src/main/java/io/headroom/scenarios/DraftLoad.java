package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import java.time.Duration;
import java.util.List;

/**
 * A load that suits the size of some groups.
 *
 * @param smallest the vCPUs of the groups at their smallest
 * @param largest the vCPUs of the groups at their largest
 */
record DraftLoad(int smallest, int largest) {
  private static final double TROUGH_BUSY = 0.3;
  private static final double PEAK_BUSY = 0.6;

  /** So many requests a second make a day of tens of millions, which runs in seconds. */
  private static final double HIGHEST_RATE = 400;

  private static final Duration LIGHTEST = Duration.ofMillis(20);

  static DraftLoad of(List<AutoScalingGroupSpec> groups) {
    int smallest = 0;
    int largest = 0;
    for (AutoScalingGroupSpec group : groups) {
      int vCpus = group.launchConfiguration().type().vCpus();
      smallest += vCpus * Math.max(1, group.minimum());
      largest += vCpus * Math.max(1, group.maximum());
    }
    return new DraftLoad(Math.max(1, smallest), Math.max(1, largest));
  }

  /** Returns the work of one request, whole milliseconds: the larger the group, the more. */
  Duration demand() {
    long millis = (long) Math.ceil(PEAK_BUSY * largest / HIGHEST_RATE * 1_000);
    return Duration.ofMillis(Math.max(LIGHTEST.toMillis(), millis));
  }

  /** Returns the lowest rate in whole requests a second. */
  long trough() {
    return Math.min(peak(), rate(TROUGH_BUSY * smallest));
  }

  /** Returns the highest rate in whole requests a second. */
  long peak() {
    return rate(PEAK_BUSY * largest);
  }

  private long rate(double busyVcpus) {
    return Math.max(1, Math.round(busyVcpus * 1_000 / demand().toMillis()));
  }

  /** Returns in words what the load is measured by. */
  String words() {
    return "Busy vCPUs: %d%% of %d at the smallest size, %d%% of %d at the largest."
        .formatted(Math.round(TROUGH_BUSY * 100), smallest, Math.round(PEAK_BUSY * 100), largest);
  }
}
