package io.headroom.autoscaling;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A policy that decides what it was told to, at the seconds that it was told. */
record ScriptedPolicy(String name, Pacing pacing, Map<Long, ScalingDecision> script)
    implements ScalingPolicy {
  static final Pacing WARMUP = new Pacing.Warmup(Optional.empty(), Pacing.ScaleIn.ALONE);
  static final Pacing SIMPLE = new Pacing.Cooldown(Optional.empty());

  static ScriptedPolicy of(String name, Pacing pacing) {
    return new ScriptedPolicy(name, pacing, Map.of());
  }

  ScriptedPolicy at(long second, int capacity) {
    return at(second, ScalingDecision.capacity(capacity));
  }

  ScriptedPolicy at(long second, ScalingDecision decision) {
    Map<Long, ScalingDecision> longer = new TreeMap<>(script);
    longer.put(second, decision);
    return new ScriptedPolicy(name, pacing, longer);
  }

  @Override
  public List<Trigger> triggers(GroupIdentity group) {
    return List.of(Trigger.every(Duration.ofSeconds(1)));
  }

  @Override
  public Decider newDecider() {
    return context -> {
      ScalingDecision decision = script.get(GroupFixture.seconds(context.nowNanos()));
      return decision == null ? ScalingDecision.none("nothing to do") : decision;
    };
  }
}
