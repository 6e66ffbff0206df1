package io.headroom.autoscaling;

import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forecasts of one group's policies, as they stand. */
final class Forecasts {
  private final GroupRun run;
  private final CapacityPlan plan;
  private final Map<String, Integer> floors = new LinkedHashMap<>();

  Forecasts(GroupRun run, CapacityPlan plan) {
    this.run = run;
    this.plan = plan;
  }

  /** Takes what a forecast means in place of what the policy's last one did. */
  void take(String policy, Forecast forecast) {
    floors.remove(policy);
    forecast.floor().ifPresent(floor -> floors.put(policy, floor));
    forecast.maximum().ifPresent(plan::raiseMaximum);
    forecast.values().forEach(this::publish);
  }

  /** Returns the capacity of a scale-in by a policy with the forecasts of the others as floor. */
  int floored(String policy, int capacity, List<Obstacle> obstacles) {
    int floor = Math.min(floorFor(policy), Math.min(plan.sizes().maximum(), plan.desired()));
    if (capacity < floor) {
      obstacles.add(Obstacle.FORECAST);
    }
    return Math.max(capacity, floor);
  }

  private int floorFor(String policy) {
    List<Integer> others = new ArrayList<>();
    floors.forEach(
        (name, floor) -> {
          if (!name.equals(policy)) {
            others.add(floor);
          }
        });
    return others.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private void publish(Forecast.Value value) {
    MetricStore store = run.environment().metrics();
    long minuteNanos = SimTime.floor(run.nowNanos(), SimTime.MINUTE);
    store
        .open(value.metric(), Unit.NONE, store.settings().delays().ofGroups())
        .record(minuteNanos, value.value());
  }
}
