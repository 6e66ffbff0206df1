package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlannedRequestsTest {
  private record Planned(long arrival, long start, long end, long label) {}

  private static PlannedRequests empty(int workers) {
    PlannedRequests planned =
        new PlannedRequests(0, workers, PlannedRequests.limit(workers, 1_000));
    planned.begin(0, 0);
    return planned;
  }

  private static void add(PlannedRequests planned, long now, long demand) {
    long start = planned.nextStartNanos(now);
    planned.add(now, start, start + demand, 0);
  }

  /** Start is the later of the arrival and the first free worker: Kiefer and Wolfowitz, 1955. */
  @Property(tries = 100)
  void ends_areThoseOfTheRecursion(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int workers) {
    Random random = new Random(seed);
    PlannedRequests planned = empty(workers);
    long[] free = new long[workers];
    List<Planned> all = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 300; i++) {
      now += random.nextInt(30);
      long demand = random.nextInt(25 * workers);
      if (!planned.hasRoom(now)) {
        break;
      }
      Arrays.sort(free);
      long start = Math.max(now, free[0]);
      free[0] = start + demand;
      assertThat(planned.nextStartNanos(now)).isEqualTo(start);
      planned.add(now, start, start + demand, i);
      all.add(new Planned(now, start, start + demand, i));
    }
    check(planned, all, random);
  }

  /** Whatever instants somebody asks for, in whatever order, what has ended by then is counted. */
  private static void check(PlannedRequests planned, List<Planned> all, Random random) {
    long last = all.get(all.size() - 1).arrival;
    planned.countUntil(last, (label, took, sign) -> {});
    TreeMap<Long, Long> counted = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      long until = last + random.nextInt(200);
      planned.countUntil(
          until,
          (label, took, sign) -> {
            long before = counted.merge(label, (long) sign, Long::sum);
            assertThat(before).isAnyOf(0L, 1L);
            assertThat(took).isEqualTo(all.get((int) label).end - all.get((int) label).arrival);
          });
      assertThat(counted.values().stream().mapToLong(each -> each).sum())
          .isEqualTo(all.stream().filter(each -> each.end > last && each.end <= until).count());
      assertThat(planned.inFlight())
          .isEqualTo((int) all.stream().filter(each -> each.end > until).count());
      assertThat(planned.workedNanos(until)).isEqualTo(worked(all, until));
    }
  }

  private static long worked(List<Planned> all, long until) {
    return all.stream()
        .mapToLong(each -> Math.max(0, Math.min(until, each.end) - each.start))
        .sum();
  }

  @Test
  void room_isMadeByDroppingWhatHasEnded() {
    PlannedRequests planned = empty(1);

    for (long now = 0; now < 10_000; now += 10) {
      assertThat(planned.hasRoom(now)).isTrue();
      add(planned, now, 10);
    }

    assertThat(planned.size()).isAtMost(16);
  }

  @Test
  void room_endsAtTheLimit() {
    int limit = PlannedRequests.limit(1, 100);
    PlannedRequests planned = new PlannedRequests(0, 1, limit);
    planned.begin(0, 0);
    int added = 0;

    while (planned.hasRoom(0)) {
      add(planned, 0, 1_000);
      added++;
    }

    assertThat(limit).isEqualTo(64);
    assertThat(added).isEqualTo(64);
  }

  @Test
  void room_afterARushIsLessAgain() {
    PlannedRequests planned = empty(1);
    for (int i = 0; i < 400; i++) {
      assertThat(planned.hasRoom(0)).isTrue();
      add(planned, 0, 1);
    }

    int most = 0;
    for (long now = 1_000; now < 200_000; now += 10) {
      assertThat(planned.hasRoom(now)).isTrue();
      add(planned, now, 5);
      most = now > 100_000 ? Math.max(most, planned.size()) : 0;
    }

    assertThat(most).isAtMost(256);
  }

  @Test
  void limit_isZeroWhereNothingIsGained() {
    assertThat(PlannedRequests.limit(2, 0)).isEqualTo(0);
    assertThat(PlannedRequests.limit(1_000, 1_000)).isEqualTo(0);
    assertThat(PlannedRequests.limit(2, Integer.MAX_VALUE)).isEqualTo(1 << 14);
  }
}
