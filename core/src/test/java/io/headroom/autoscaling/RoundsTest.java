package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.sim.Phase;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.Simulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final Simulator simulator = new Simulator();
  private final Rounds rounds = new Rounds(simulator, Phase.EVALUATE, "looks");
  private final List<String> looks = new ArrayList<>();

  private Runnable add(String name, boolean staysAwake) {
    return rounds.add(() -> looks.add(name + simulator.nowNanos()) && staysAwake, 10);
  }

  private List<String> until(long nanos) {
    simulator.runUntil(nanos, RunMonitor.NONE);
    return looks;
  }

  @Test
  void partAtRest_isPassedOverUntilItIsWoken() {
    Runnable wake = add("a", false);
    add("b", true);
    simulator.schedule(25, Phase.WORLD, "change", wake);
    assertThat(until(41)).containsExactly("a10", "b10", "b20", "a30", "b30", "b40").inOrder();
  }

  @Test
  void partWokenByAnother_looksInTheSameRoundIfItsTurnIsStillToCome() {
    List<Runnable> wakes = new ArrayList<>();
    wakes.add(add("a", false));
    rounds.add(
        () -> {
          wakes.forEach(Runnable::run);
          return false;
        },
        10);
    wakes.add(add("c", false));
    until(15);
    looks.clear();
    assertThat(until(35)).containsExactly("a20");
  }

  @Test
  void newestRound_isTheOneThatIsOver() {
    List<Long> newest = new ArrayList<>();
    rounds.add(() -> newest.add(rounds.newestNanos()), 10);
    until(25);
    assertThat(newest).containsExactly(0L, 10L).inOrder();
    assertThat(rounds.newestNanos()).isEqualTo(20);
  }
}
