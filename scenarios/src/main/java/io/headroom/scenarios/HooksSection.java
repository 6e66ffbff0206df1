package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.LifecycleSettings;
import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookConsumer.Moment;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Reads who completes the lifecycle hooks of one group: {@code hooks: {WebGroup: {drain: {on:
 * start, after: 30s, abandons: 5%, heartbeat: 10m}}}}. A hook that is not named keeps its typical
 * consumer.
 */
final class HooksSection {
  private static final Notation<Moment> MOMENT =
      Notations.word(Map.of("start", Moment.WAIT, "ready", Moment.READY, "never", Moment.NEVER));

  private HooksSection() {}

  /** What a scenario says about one hook. */
  private record Consumer(
      Optional<Moment> moment,
      Optional<Distribution> after,
      Optional<Double> abandons,
      Optional<Duration> heartbeat) {
    HookConsumer of(HookTransition transition) {
      HookConsumer typical = HookConsumer.typical(transition);
      Moment effective = moment.orElse(after.isPresent() ? Moment.WAIT : typical.moment());
      Distribution law =
          after.orElse(
              effective == typical.moment()
                  ? typical.after()
                  : Distribution.constant(Duration.ZERO));
      return new HookConsumer(effective, law, abandons.orElse(0.0), heartbeat);
    }
  }

  static UnaryOperator<AutoScalingGroupSpec> read(Section section) {
    Map<String, Consumer> consumers = new TreeMap<>();
    for (String name : section.keys()) {
      section.section(name).map(HooksSection::consumer).ifPresent(c -> consumers.put(name, c));
    }
    return group -> {
      consumers.keySet().forEach(name -> requireHook(section, name, group));
      return applied(group, consumers);
    };
  }

  private static Consumer consumer(Section hook) {
    return new Consumer(
        hook.read("on", MOMENT),
        hook.has("after") ? Laws.read(hook, "after") : Optional.empty(),
        hook.read("abandons", Notations.SHARE),
        hook.read("heartbeat", Notations.POSITIVE_DURATION));
  }

  private static void requireHook(Section section, String name, AutoScalingGroupSpec group) {
    List<String> names = group.lifecycle().hooks().stream().map(LifecycleHook::name).toList();
    if (!names.contains(name)) {
      section.problem(
          name,
          names.isEmpty()
              ? "the group has no lifecycle hooks"
              : "no such hook; allowed: " + String.join(", ", names));
    }
  }

  private static AutoScalingGroupSpec applied(
      AutoScalingGroupSpec group, Map<String, Consumer> consumers) {
    LifecycleSettings lifecycle = group.lifecycle();
    List<LifecycleHook> hooks = new ArrayList<>();
    for (LifecycleHook hook : lifecycle.hooks()) {
      Optional<Consumer> own = Optional.ofNullable(consumers.get(hook.name()));
      hooks.add(own.map(each -> hook.consumer(each.of(hook.transition()))).orElse(hook));
    }
    return group.toBuilder().lifecycle(lifecycle.hooks(hooks)).build();
  }
}
