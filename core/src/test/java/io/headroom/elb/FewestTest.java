package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FewestTest {
  private static final long UNKNOWN = Long.MAX_VALUE;

  private record Request(int target, long endNanos) {}

  /** Least outstanding requests as one would write it down. */
  private static final class Plain {
    private final List<Request> underWay = new ArrayList<>();
    private int[] targets = {};
    private int position;

    int route(long nowNanos) {
      underWay.removeIf(request -> request.endNanos <= nowNanos);
      position = position < targets.length ? position : 0;
      int place = position;
      for (int i = 0; i < targets.length; i++) {
        int other = (position + i) % targets.length;
        place = count(targets[other]) < count(targets[place]) ? other : place;
      }
      position = (place + 1) % targets.length;
      return targets[place];
    }

    private long count(int target) {
      return underWay.stream().filter(request -> request.target == target).count();
    }
  }

  /** One of both: the targets change, requests become certain and uncertain, rushes come and go. */
  private static final class Both {
    private final Random random;
    private final Fewest fewest = new Fewest();
    private final Plain plain = new Plain();
    private final int most;
    private final int oddities;
    private long now;

    Both(long seed) {
      random = new Random(seed);
      most = random.nextBoolean() ? 5 : 100;
      oddities = random.nextBoolean() ? 20 : 3_000;
      rotate();
    }

    void step() {
      boolean isRush = now / 20_000 % 2 == 0;
      now += random.nextInt(isRush ? 20 : 200);
      int target = fewest.route(now);
      assertWithMessage("at %s", now).that(target).isEqualTo(plain.route(now));
      if (odd()) {
        add(target, UNKNOWN);
        fewest.sent(target);
      } else {
        long end = now + random.nextInt(random.nextInt(5) == 0 ? 5_000 : 500);
        add(target, end);
        fewest.sent(target, now, end);
      }
      disturb();
    }

    private boolean odd() {
      return random.nextInt(oddities) == 0;
    }

    private void add(int target, long endNanos) {
      plain.underWay.add(new Request(target, endNanos));
    }

    private void disturb() {
      if (odd()) {
        rotate();
      }
      if (odd()) {
        loseSight(random.nextInt(most));
      }
      for (Request request : List.copyOf(plain.underWay)) {
        if (request.endNanos == UNKNOWN && random.nextInt(10) == 0) {
          plain.underWay.remove(request);
          endOrLearn(request.target);
        }
      }
    }

    private void endOrLearn(int target) {
      if (random.nextBoolean()) {
        fewest.ended(target);
      } else {
        long end = now + 1 + random.nextInt(500);
        add(target, end);
        fewest.known(target, end);
      }
    }

    private void rotate() {
      int[] targets = IntStream.range(0, most).filter(target -> random.nextInt(4) > 0).toArray();
      targets = targets.length == 0 ? new int[] {0} : targets;
      plain.targets = targets;
      fewest.rotation(targets.clone());
    }

    private void loseSight(int target) {
      fewest.unknown(target, now);
      plain.underWay.removeIf(request -> request.endNanos <= now);
      plain.underWay.replaceAll(
          request -> request.target == target ? new Request(target, UNKNOWN) : request);
    }
  }

  @Property(tries = 30)
  void choices_areThoseOfACount(@ForAll long seed) {
    Both both = new Both(seed);
    for (int step = 0; step < 3_000; step++) {
      both.step();
    }
  }

  @Test
  void equalTargets_takeTurns() {
    Fewest fewest = new Fewest();
    fewest.rotation(new int[] {4, 7, 9});

    int[] chosen = IntStream.range(0, 4).map(i -> send(fewest, 10)).toArray();

    assertThat(Arrays.stream(chosen).boxed().toList()).containsExactly(4, 7, 9, 4).inOrder();
  }

  private static int send(Fewest fewest, long endNanos) {
    int target = fewest.route(0);
    fewest.sent(target, 0, endNanos);
    return target;
  }

  @Test
  void manyMoreRequestsThanRows_stillTakeTurns() {
    Fewest fewest = new Fewest();
    fewest.rotation(new int[] {1, 2});

    int[] chosen = IntStream.range(0, 100).map(i -> send(fewest, 1_000 - i)).toArray();

    assertThat(Arrays.stream(chosen).filter(target -> target == 1).count()).isEqualTo(50);
    assertThat(fewest.route(902)).isEqualTo(1);
    assertThat(fewest.route(902)).isEqualTo(2);
  }
}
