package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger();

  private void record(long timeNanos, String policy, int wanted, int after, Obstacle... obstacles) {
    ledger.record(
        new LedgerEntry(
            timeNanos,
            timeNanos,
            1,
            "web",
            policy,
            "saw at " + timeNanos,
            "why",
            4,
            OptionalInt.of(wanted),
            after,
            List.of(obstacles),
            Optional.empty()));
  }

  @Test
  void equalObstacles_addToTheCount() {
    record(60, "a", 2, 4, Obstacle.COOLDOWN);
    record(120, "a", 3, 4, Obstacle.COOLDOWN);
    record(180, "a", 2, 4, Obstacle.COOLDOWN);

    LedgerEntry only = ledger.entries().get(0);
    assertThat(ledger.entries()).hasSize(1);
    assertThat(only.times()).isEqualTo(3);
    assertThat(only.timeNanos()).isEqualTo(60);
    assertThat(only.lastNanos()).isEqualTo(180);
    assertThat(only.saw()).isEqualTo("saw at 60");
    assertThat(only.wanted()).isEqualTo(OptionalInt.of(2));
  }

  @Test
  void otherPolicyBetween_doesNotSplitAnEntry() {
    record(60, "a", 2, 4, Obstacle.COOLDOWN);
    record(60, "b", 2, 4, Obstacle.WARMUP);
    record(120, "a", 2, 4, Obstacle.COOLDOWN);

    assertThat(ledger.entries()).hasSize(2);
    assertThat(ledger.entries().get(0).times()).isEqualTo(2);
  }

  @Test
  void otherObstacle_isAnotherEntry() {
    record(60, "a", 2, 4, Obstacle.ACTIVITY_IN_PROGRESS);
    record(120, "a", 2, 4, Obstacle.COOLDOWN);
    record(180, "a", 2, 4, Obstacle.ACTIVITY_IN_PROGRESS);

    assertThat(ledger.entries()).hasSize(3);
  }

  @Test
  void decisionsWithoutWish_areMergedToo() {
    record(60, "a", 4, 4);
    record(120, "a", 4, 4);

    assertThat(ledger.entries()).hasSize(1);
  }

  @Test
  void appendedEntries_standAlone() {
    record(60, "health check", 4, 4);
    ledger.append(ledger.entries().get(0));

    assertThat(ledger.entries()).hasSize(2);
  }

  @Test
  void changesOfDesired_areNeverMerged() {
    record(60, "a", 9, 5, Obstacle.MAXIMUM);
    record(120, "a", 9, 5, Obstacle.MAXIMUM);

    assertThat(ledger.entries()).hasSize(2);
  }
}
