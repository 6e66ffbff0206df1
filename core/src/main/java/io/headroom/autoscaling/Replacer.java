package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.sim.Phase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces instances of one group: either the old one leaves first and the launch follows at once,
 * or the new one is launched first and the old one leaves when it can take over.
 *
 * <p>"Control which replacement order", that is "Instance maintenance policies", Amazon EC2 Auto
 * Scaling User Guide. While a new instance is awaited the old one counts no more as capacity, so
 * the group is over its desired capacity, and perhaps over its maximum, without a surplus.
 */
final class Replacer {
  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final Hands hands;
  private final Map<Member, Exchange> open = new LinkedHashMap<>();
  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private Runnable onCancelled = () -> {};

  Replacer(GroupRun run, GroupMembers members, CapacityPlan plan, Hands hands) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.hands = hands;
    members.onChange(this::moved);
  }

  /** What it acts with. */
  record Hands(Launcher launcher, Terminator terminator) {}

  /** Sets what shall happen when an instance stays that was to be replaced. */
  void onCancelled(Runnable action) {
    onCancelled = action;
  }

  /** Lets an instance leave; its replacement is launched without waiting for that. */
  void terminateFirst(Member old, Replacement why) {
    cancel(old);
    hands.terminator.begin(old, why.departure(), at(why.terminateClause()));
    if (!isShort()) {
      return;
    }
    hands.launcher.noteWait("replacement of " + old.instance());
    if (hands.launcher.mayOrder()) {
      hands.launcher.order(List.of(replacementOrder(why)));
    }
  }

  private boolean isShort() {
    int actual = members.census().actualUnits() + hands.launcher.orderedUnits();
    return plan.desired() > actual;
  }

  private LaunchOrder replacementOrder(Replacement why) {
    return LaunchOrder.of(
            LaunchOrder.Purpose.REPLACEMENT, at(why.launchClause()), WarmupRule.ofGroup(run.spec()))
        .units(hands.launcher.purchasing().nextUnits());
  }

  /**
   * Launches the successor of an instance in service, which leaves when the successor is ready.
   *
   * @throws IllegalStateException if the instance is not in service or is being replaced already
   */
  Exchange launchFirst(Member old, Replacement why) {
    if (!old.is(Kind.IN_SERVICE) || open.containsKey(old)) {
      throw new IllegalStateException(old + " cannot be replaced at " + run.nowNanos() + " ns");
    }
    Exchange exchange = new Exchange(old, why);
    open.put(old, exchange);
    waiting.add(exchange);
    members.outgoing(old, true, run.nowNanos());
    hands.launcher.noteWait("successor of " + old.instance());
    if (hands.launcher.mayOrder()) {
      hands.launcher.order(List.of(orderWaiting().orElseThrow()));
    }
    return exchange;
  }

  /** Returns the order for the exchange that has waited longest for a launch, if one waits. */
  Optional<LaunchOrder> orderWaiting() {
    Exchange next = waiting.poll();
    return next == null
        ? Optional.empty()
        : Optional.of(replacementOrder(next.plan()).exchange(next));
  }

  /** Takes an order back that EC2 refused. */
  void refused(LaunchOrder order) {
    order.exchange().filter(Exchange::isOpen).ifPresent(waiting::addFirst);
  }

  /** Lets the old instance stay; the new one, if there is one, counts like any other. */
  void cancel(Member old) {
    Exchange exchange = open.remove(old);
    if (exchange != null) {
      waiting.remove(exchange);
      exchange.close();
      if (old.is(Kind.IN_SERVICE)) {
        members.outgoing(old, false, run.nowNanos());
        onCancelled.run();
      }
    }
  }

  boolean isReplacing(Member old) {
    return open.containsKey(old);
  }

  /** Returns whether only the suspended process Terminate keeps an instance from leaving. */
  boolean isHeld(Member old) {
    Exchange exchange = open.get(old);
    return exchange != null
        && exchange.isReady()
        && run.processes().isSuspended(ScalingProcess.TERMINATE);
  }

  private void moved(Member member) {
    if (open.isEmpty()) {
      return;
    }
    if (open.containsKey(member) && !member.is(Kind.IN_SERVICE)) {
      cancel(member);
    }
    member.order().exchange().filter(Exchange::isOpen).ifPresent(each -> moved(each, member));
  }

  private void moved(Exchange exchange, Member successor) {
    if (successor.is(Kind.PENDING)) {
      exchange.successor(Optional.of(successor));
    } else if (successor.is(Kind.IN_SERVICE)) {
      run.after(0, Phase.ACT, successor.instance() + " takes over", () -> takeOver(exchange));
    } else if (exchange.successor().equals(Optional.of(successor))) {
      lost(exchange, successor);
    }
  }

  /** A successor that a scale-in takes away shows that the old instance is enough. */
  private void lost(Exchange exchange, Member successor) {
    exchange.successor(Optional.empty());
    if (successor.leavesByScaleIn()) {
      cancel(exchange.old());
    } else {
      waiting.addFirst(exchange);
    }
  }

  private void takeOver(Exchange exchange) {
    if (!exchange.isOpen()) {
      return;
    }
    boolean held = run.processes().isSuspended(ScalingProcess.TERMINATE);
    if (!exchange.isReady() || held) {
      if (held) {
        note(exchange, "stays: process Terminate is suspended", Obstacle.PROCESS_SUSPENDED);
      } else if (exchange.successor().isPresent() && exchange.isFirstLook()) {
        note(exchange, "stays until that has passed its checks and its warm-up", Obstacle.WARMUP);
      }
      if (exchange.successor().isPresent()) {
        long againNanos = run.timings().healthPollInterval().toNanos();
        run.after(againNanos, Phase.ACT, "look at a successor", () -> takeOver(exchange));
      }
      return;
    }
    Replacement why = exchange.plan();
    hands.terminator.begin(exchange.old(), why.departure(), at(why.terminateClause()));
  }

  private void note(Exchange exchange, String did, Obstacle obstacle) {
    new GroupLedger(run, plan)
        .note("replacement", exchange.old() + " has a successor", did, obstacle);
  }

  private String at(String clause) {
    return run.causes().at(run.nowNanos(), clause);
  }
}
