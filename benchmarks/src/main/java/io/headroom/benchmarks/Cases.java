package io.headroom.benchmarks;

import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.benchmarks.ManyAlarms.Outcome;
import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;

/**
 * The whole runs of this build, for {@link BeforeAfter}, which may come from another build: so the
 * name of this class, its constructor without arguments and the types of the JDK that it speaks are
 * a contract. For a share of the full work, in (0, 1], it gives the cases by name. A case does its
 * work once and returns figures by name: first how many units of work it did, under the name of the
 * unit, then numbers by which a change of the simulated results shows.
 */
public final class Cases implements DoubleFunction<Map<String, Callable<Map<String, Double>>>> {
  private static final long REQUESTS = 1_000_000;
  private static final int CROWD = 30_000;
  private static final int GROUPS = 100;

  @Override
  public Map<String, Callable<Map<String, Double>>> apply(double share) {
    Map<String, Callable<Map<String, Double>>> cases = new LinkedHashMap<>();
    Work work = Work.standard(Math.round(share * REQUESTS));
    for (WholeRun run : WholeRun.all()) {
      cases.put(run.words(), () -> requests(run.run(work)));
    }
    Work crowd = Work.standard(CROWD).atRate(800);
    Engine draining = WholeRuns.draining(Balancing.ROUND_ROBIN);
    cases.put(
        "flash crowds",
        () -> requests(draining, crowd, Math.max(1, Math.round(share * REQUESTS / CROWD))));
    Idle idle = new Idle(GROUPS, 10, Duration.ofHours(Math.round(240 * share)), List.of());
    cases.put("idle groups", () -> idle(idle));
    ManyAlarms alarms = new ManyAlarms(1_000, 100, Duration.ofMinutes(Math.round(360 * share)));
    cases.put("alarms", () -> evaluations(alarms.run()));
    return cases;
  }

  private static Map<String, Double> requests(Tally tally) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("requests", (double) tally.requests());
    figures.put("mean [s]", tally.mean());
    figures.put("p99 [s]", tally.p99());
    return figures;
  }

  /** Many short runs, of which start, minutes and result are a good part. */
  private static Map<String, Double> requests(Engine engine, Work work, long runs) {
    Tally first = engine.run(work);
    double requests = first.requests();
    for (long i = 1; i < runs; i++) {
      requests += engine.run(work).requests();
    }
    Map<String, Double> figures = requests(first);
    figures.put("requests", requests);
    return figures;
  }

  private static Map<String, Double> idle(Idle idle) {
    SimulationResult result = Simulation.run(idle.scenario());
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("group minutes", (double) idle.groups() * idle.duration().toMinutes());
    figures.put("instance hours", result.capacity().instanceHours());
    return figures;
  }

  private static Map<String, Double> evaluations(Outcome outcome) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("evaluations", (double) outcome.evaluations());
    figures.put("transitions", (double) outcome.transitions());
    figures.put("actions", (double) outcome.actions());
    return figures;
  }
}
