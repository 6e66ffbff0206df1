package io.headroom.benchmarks;

import io.headroom.benchmarks.race.Contestant;
import io.headroom.benchmarks.race.Result;
import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;

/** Lets engines race: a request is the unit. */
final class Entry {
  private Entry() {}

  static Contestant of(Engine engine, Work work) {
    return of(engine.name(), engine, work);
  }

  static Contestant of(String name, Engine engine, Work work) {
    return new Contestant(name, () -> run(engine, work));
  }

  static Result run(Engine engine, Work work) {
    long begunNanos = System.nanoTime();
    Tally tally = engine.run(work);
    double seconds = (System.nanoTime() - begunNanos) / 1e9;
    return new Result(tally.requests(), seconds, tally.mean(), tally.p99(), Double.NaN);
  }
}
