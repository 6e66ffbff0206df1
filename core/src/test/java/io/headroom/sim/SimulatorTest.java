package io.headroom.sim;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  private final Simulator simulator = new Simulator();
  private final List<String> log = new ArrayList<>();

  private void at(long timeNanos, Phase phase, String name) {
    simulator.schedule(timeNanos, phase, name, () -> log.add(name + "@" + simulator.nowNanos()));
  }

  @Test
  void runUntil_runsEventsInOrder_andStopsBeforeTheEnd() {
    at(30, Phase.WORLD, "at the end");
    at(20, Phase.WORLD, "second");
    at(10, Phase.WORLD, "first");
    assertThat(simulator.runUntil(30, RunMonitor.NONE)).isTrue();
    assertThat(log).containsExactly("first@10", "second@20").inOrder();
    assertThat(simulator.nowNanos()).isEqualTo(30);
  }

  @Test
  void runUntil_goesOn_whereAnEarlierRunEnded() {
    at(30, Phase.WORLD, "later");
    simulator.runUntil(30, RunMonitor.NONE);
    simulator.runUntil(31, RunMonitor.NONE);
    assertThat(log).containsExactly("later@30");
  }

  @Test
  void event_mayPlanAnotherForTheSameInstant() {
    simulator.schedule(5, Phase.EVALUATE, "decide", () -> at(5, Phase.ACT, "act"));
    simulator.runUntil(10, RunMonitor.NONE);
    assertThat(log).containsExactly("act@5");
  }

  @Test
  void schedule_refusesThePast() {
    simulator.schedule(5, Phase.WORLD, "too late", () -> at(4, Phase.WORLD, "past"));
    SimulationFailure failure =
        assertThrows(SimulationFailure.class, () -> simulator.runUntil(10, RunMonitor.NONE));
    assertThat(failure).hasMessageThat().contains("cannot schedule 'past'");
  }

  @Test
  void failure_namesEventAndTime() {
    simulator.schedule(
        90 * SimTime.SECOND,
        Phase.WORLD,
        "boot of i-1",
        () -> {
          throw new IllegalStateException("no such type");
        });
    SimulationFailure failure =
        assertThrows(
            SimulationFailure.class, () -> simulator.runUntil(SimTime.HOUR, RunMonitor.NONE));
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo("event 'boot of i-1' failed at 00:01:30: no such type");
    assertThat(failure.timeNanos()).isEqualTo(90 * SimTime.SECOND);
  }

  @Test
  void monitor_endsTheRun() {
    at(1, Phase.WORLD, "one");
    at(2, Phase.WORLD, "two");
    assertThat(simulator.runUntil(10, now -> now < 1)).isFalse();
    assertThat(log).containsExactly("one@1");
    assertThat(simulator.nowNanos()).isEqualTo(1);
  }

  @Test
  void repeat_runsWithAFixedPeriod() {
    simulator.repeat(10, 20, Phase.MEASURE, "tick", () -> log.add("@" + simulator.nowNanos()));
    simulator.runUntil(60, RunMonitor.NONE);
    assertThat(log).containsExactly("@10", "@30", "@50").inOrder();
  }

  @Test
  void hotSource_goesBeforeControlEvents_atOneInstant() {
    at(10, Phase.WORLD, "control");
    simulator.attach(new Source("hot", 10, 20));
    simulator.runUntil(30, RunMonitor.NONE);
    assertThat(log).containsExactly("hot@10", "control@10", "hot@20").inOrder();
    assertThat(simulator.events()).isEqualTo(3);
  }

  @Test
  void hotSources_takeTurnsByTime_thenByOrderOfAttachment() {
    simulator.attach(new Source("a", 10, 20, 30));
    simulator.attach(new Source("b", 10, 15, 30));
    simulator.runUntil(40, RunMonitor.NONE);
    assertThat(log).containsExactly("a@10", "b@10", "b@15", "a@20", "a@30", "b@30").inOrder();
  }

  @Test
  void hotSource_deliversItsNews_withTheClockAtTheirTime() {
    Source source = new Source("hot", 10, 20);
    source.newsAtNanos = 10;
    simulator.attach(source);
    at(15, Phase.WORLD, "control");
    simulator.runUntil(30, RunMonitor.NONE);
    assertThat(log).containsExactly("hot@10", "news@10", "control@15", "hot@20").inOrder();
  }

  /** Fires at fixed times; at one of them it has news. */
  private final class Source implements HotSource {
    private final String name;
    private final long[] times;
    private int done;
    private long newsAtNanos = -1;
    private boolean hasNews;

    Source(String name, long... times) {
      this.name = name;
      this.times = times;
    }

    @Override
    public long nextNanos() {
      return done < times.length ? times[done] : NEVER;
    }

    @Override
    public long advance(long limitNanos) {
      while (nextNanos() <= limitNanos) {
        long nowNanos = times[done++];
        log.add(name + "@" + nowNanos);
        if (nowNanos == newsAtNanos) {
          hasNews = true;
          return nowNanos;
        }
      }
      return limitNanos;
    }

    @Override
    public void deliver() {
      if (hasNews) {
        hasNews = false;
        log.add("news@" + simulator.nowNanos());
      }
    }

    @Override
    public long events() {
      return done;
    }
  }
}
