package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlowStartTest {
  private static final int[] TARGETS = {10, 11, 12, 13, 14, 15};

  private static long[] share(SlowStart router, double fromSecond, int requests) {
    long[] counts = new long[TARGETS.length];
    for (int i = 0; i < requests; i++) {
      int target = router.route((long) ((fromSecond + i * 1e-5) * SimTime.SECOND));
      counts[target - TARGETS[0]]++;
    }
    return counts;
  }

  /** Weights 1, 1, 1, 0.5, 0.25 and 1/100 for a hundredth of a second each. */
  @Test
  @Rule("elb SS-3")
  void shares_areThoseOfTheWeights() {
    SlowStart router = new SlowStart(100);
    long[] since = {-1, -1, -1, 50 * SimTime.SECOND, 75 * SimTime.SECOND, 100 * SimTime.SECOND};
    router.rotation(TARGETS, since);
    long[] counts = share(router, 100, 3_760);
    assertThat(counts).hasLength(6);
    double[] weights = {1, 1, 1, 0.5, 0.25, 0.01};
    for (int i = 0; i < weights.length; i++) {
      assertWithMessage("target %s of %s", i, Arrays.toString(counts))
          .that((double) counts[i])
          .isWithin(3)
          .of(1_000 * weights[i]);
    }
  }

  @Test
  @Rule("elb SS-3")
  void rampingTargetsAlone_shareByWeight() {
    SlowStart router = new SlowStart(100);
    long[] since = {50, 50, 50, 75, 75, 75};
    router.rotation(TARGETS, Arrays.stream(since).map(s -> s * SimTime.SECOND).toArray());
    long[] counts = share(router, 100, 900);
    for (int i = 0; i < 6; i++) {
      assertThat((double) counts[i]).isWithin(2).of(i < 3 ? 200 : 100);
    }
  }
}
