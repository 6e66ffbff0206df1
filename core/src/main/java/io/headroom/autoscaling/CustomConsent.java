package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.termination.CustomTermination;
import io.headroom.autoscaling.termination.TerminationFailure;
import io.headroom.autoscaling.termination.TerminationFunction;
import io.headroom.autoscaling.termination.TerminationRequest;
import io.headroom.autoscaling.termination.TerminationRequest.Candidate;
import io.headroom.autoscaling.termination.TerminationRequest.CapacityToTerminate;
import io.headroom.autoscaling.termination.TerminationRequest.Cause;
import io.headroom.sim.Phase;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Asks the custom termination policy of one group which instances may leave, if it has one. */
final class CustomConsent {
  private static final String WRITER = "custom termination policy";

  private final GroupRun run;
  private final GroupLedger ledger;
  private boolean planned;

  CustomConsent(GroupRun run, GroupLedger ledger) {
    this.run = run;
    this.ledger = ledger;
  }

  private Optional<TerminationFunction> function() {
    return run.spec().fleet().termination().flatMap(CustomTermination::function);
  }

  /** Returns whether anybody is asked at all. */
  boolean isNeeded() {
    return function().isPresent();
  }

  /**
   * Returns which instances may leave; all of them in a group without a function. One that is
   * protected stays whatever the function says (PR3).
   *
   * @param proposed those that the other termination policies would take
   * @param candidates all that may leave, in the order of those policies
   */
  Predicate<Member> asked(Cause cause, List<Member> proposed, List<Member> candidates) {
    if (!isNeeded()) {
      return member -> true;
    }
    TerminationRequest request =
        new TerminationRequest(
            run.name(),
            cause,
            capacity(proposed),
            candidates.stream()
                .limit(TerminationRequest.MOST_INSTANCES)
                .map(this::candidate)
                .toList());
    Set<String> named = answer(function().orElseThrow(), request, proposed.size());
    return member -> named.contains(member.instance().id()) && mayLeave(member);
  }

  /** Returns those of some instances, already in order, that may leave. */
  List<Member> of(Cause cause, List<Member> inOrder, int atMost) {
    if (!isNeeded() || inOrder.isEmpty()) {
      return inOrder;
    }
    List<Member> proposed = inOrder.subList(0, Math.min(atMost, inOrder.size()));
    return inOrder.stream().filter(asked(cause, proposed, inOrder)).toList();
  }

  private Set<String> answer(
      TerminationFunction function, TerminationRequest request, int proposed) {
    String saw = "%s of %d".formatted(request.cause(), proposed);
    try {
      Set<String> named = Set.copyOf(function.choose(request));
      if (named.size() < proposed) {
        ledger.note(WRITER, saw, "names only " + named.size(), Obstacle.CUSTOM_POLICY);
      }
      return named;
    } catch (TerminationFailure failure) {
      ledger.note(WRITER, saw, "fails: " + failure.getMessage(), Obstacle.CUSTOM_POLICY);
      return Set.of();
    }
  }

  private static boolean mayLeave(Member member) {
    return !member.isProtected() && (member.is(Kind.IN_SERVICE) || member.is(Kind.PENDING));
  }

  private Candidate candidate(Member member) {
    return new Candidate(
        member.instance().id(),
        member.zone(),
        member.configuration().type().name(),
        member.configuration().purchase(),
        Duration.ofNanos(run.nowNanos() - member.launchNanos()),
        run.environment().ec2().inFlight(member.instance()));
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

  /** Lets a scale-in that was not allowed in full be looked at again, once a minute. */
  void askAgain(Runnable action) {
    if (!planned) {
      planned = true;
      run.after(
          SimTime.MINUTE,
          Phase.ACT,
          WRITER,
          () -> {
            planned = false;
            action.run();
          });
    }
  }
}
