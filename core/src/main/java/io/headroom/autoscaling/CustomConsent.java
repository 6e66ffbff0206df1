package io.headroom.autoscaling;

import io.headroom.autoscaling.CustomTermination.CapacityToTerminate;
import io.headroom.autoscaling.CustomTermination.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Asks the user's function of one group which instances may leave, if there is one. */
record CustomConsent(GroupRun run) {

  /** Returns which instances may leave by the function; empty without one. */
  Optional<Predicate<Member>> asked(List<Member> proposed) {
    Optional<CustomTermination> function = run.spec().fleet().termination();
    if (function.isEmpty() || proposed.isEmpty()) {
      return Optional.empty();
    }
    List<String> ids = proposed.stream().map(member -> member.instance().id()).toList();
    Set<String> named =
        Set.copyOf(function.get().choose(new Request(run.name(), capacity(proposed), ids)));
    return Optional.of(member -> named.contains(member.instance().id()));
  }

  private static List<CapacityToTerminate> capacity(List<Member> proposed) {
    Map<CapacityToTerminate, Integer> units = new LinkedHashMap<>();
    for (Member member : proposed) {
      CapacityToTerminate part =
          new CapacityToTerminate(member.zone(), 0, member.configuration().purchase());
      units.merge(part, member.units(), Integer::sum);
    }
    List<CapacityToTerminate> parts = new ArrayList<>();
    units.forEach(
        (part, count) -> parts.add(new CapacityToTerminate(part.zone(), count, part.market())));
    return parts;
  }
}
