package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.TargetGroupSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares the requests of a load balancer among its target groups. The default action of the
 * listener that users meet gives the weights; what only other listeners and rules forward to gets
 * weight 0, so that it serves workloads that name it.
 */
final class ForwardRules {

  private ForwardRules() {}

  static List<ForwardRule> of(Properties source, List<ListenerDraft> listeners) {
    Optional<ListenerDraft> main =
        listeners.stream()
            .filter(listener -> !listener.byDefault().isEmpty())
            .min(Comparator.comparing(ListenerDraft::rank));
    Map<TargetGroupSpec, Integer> weights = new LinkedHashMap<>();
    main.ifPresent(listener -> listener.byDefault().forEach(each -> put(each, weights)));
    boolean rulesOnly = weights.isEmpty();
    for (Forward forward : all(listeners)) {
      weights.putIfAbsent(forward.targetGroup(), rulesOnly ? 1 : 0);
    }
    report(source, weights, rulesOnly);
    return weights.entrySet().stream()
        .map(entry -> new ForwardRule(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static void put(Forward forward, Map<TargetGroupSpec, Integer> weights) {
    weights.merge(forward.targetGroup(), forward.weight(), Integer::sum);
  }

  private static List<Forward> all(List<ListenerDraft> listeners) {
    List<Forward> all = new ArrayList<>();
    listeners.forEach(listener -> all.addAll(listener.byDefault()));
    listeners.forEach(listener -> all.addAll(listener.byRules()));
    return all;
  }

  private static void report(
      Properties source, Map<TargetGroupSpec, Integer> weights, boolean rulesOnly) {
    if (rulesOnly && weights.size() > 1) {
      source.warning("", "only rules forward requests; each target group gets the same share");
    }
    weights.forEach(
        (group, weight) -> {
          if (weight == 0) {
            source.note("", group.name() + " gets requests only from workloads that name it");
          }
        });
  }
}
