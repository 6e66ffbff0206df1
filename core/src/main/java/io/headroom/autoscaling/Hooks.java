package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookConsumer.Moment;
import io.headroom.autoscaling.lifecycle.HookResult;
import io.headroom.autoscaling.lifecycle.HookRound;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.ec2.Instance;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds the instances of one group up at its lifecycle hooks, and plays those who complete the
 * actions.
 *
 * <p>"How lifecycle hooks work", Amazon EC2 Auto Scaling User Guide.
 */
final class Hooks {
  private final GroupRun run;
  private final GroupLedger ledger;
  private final List<LifecycleHook> hooks;
  private final RandomStream tokens;
  private final Map<Instance, Wait> waits = new LinkedHashMap<>();

  Hooks(GroupRun run, GroupLedger ledger) {
    this.run = run;
    this.ledger = ledger;
    hooks = run.spec().lifecycle().hooks();
    tokens = run.stream("hook-tokens");
  }

  /** How the wait of an instance ended. */
  record Outcome(HookResult result, String message) {}

  /** Learns how the wait of an instance ended. */
  interface Listener {
    void over(Outcome outcome);
  }

  /** One instance that waits, and the token of each of its actions. */
  private record Wait(
      Member member, int number, HookRound round, Map<String, String> tokens, Listener listener) {}

  boolean hasAny(HookTransition transition) {
    return hooks.stream().anyMatch(hook -> hook.transition() == transition);
  }

  /** Begins the wait of an instance; there must be a hook for the transition. */
  void hold(Member member, HookTransition transition, Listener listener) {
    List<LifecycleHook> own = hooks.stream().filter(h -> h.transition() == transition).toList();
    Map<String, String> newTokens = new LinkedHashMap<>();
    own.forEach(hook -> newTokens.put(hook.name(), token()));
    HookRound round = new HookRound(own, run.nowNanos());
    Wait wait = new Wait(member, member.nextWait(), round, newTokens, listener);
    waits.put(member.instance(), wait);
    for (LifecycleHook hook : own) {
      record(wait, hook.name(), "holds " + member.instance() + " in " + member.state().awsName());
      expect(wait, hook);
      consume(wait, hook);
    }
  }

  /** HK11: a UUID of 36 characters, new for each action. */
  private String token() {
    return new UUID(tokens.nextLong(), tokens.nextLong()).toString();
  }

  private void expect(Wait wait, LifecycleHook hook) {
    wait.round
        .clock(hook.name())
        .ifPresent(
            clock ->
                run.after(
                    clock.expiresNanos() - run.nowNanos(),
                    Phase.ACT,
                    "time-out of hook " + hook.name() + " for " + wait.member.instance(),
                    () -> timeOut(wait, hook)));
  }

  private void timeOut(Wait wait, LifecycleHook hook) {
    boolean isDue =
        wait.round
            .clock(hook.name())
            .filter(clock -> clock.expiresNanos() <= run.nowNanos())
            .isPresent();
    if (isDue) {
      end(wait, hook.name(), hook.defaultResult(), "Heartbeat Timeout");
    } else {
      expect(wait, hook);
    }
  }

  private void consume(Wait wait, LifecycleHook hook) {
    HookConsumer consumer = hook.consumer();
    consumer.heartbeat().ifPresent(period -> beat(wait, hook, period));
    boolean isReady = wait.member.instance().isAnswering();
    if (consumer.moment() == Moment.WAIT || (consumer.moment() == Moment.READY && isReady)) {
      work(wait, hook);
    }
  }

  private void work(Wait wait, LifecycleHook hook) {
    long ordinal = wait.member.instance().ordinal();
    RandomStream stream = run.stream("hook " + hook.name() + " " + wait.number, ordinal);
    long delayNanos = hook.consumer().after().sampleNanos(stream);
    HookResult result =
        stream.nextDouble() < hook.consumer().abandonShare()
            ? HookResult.ABANDON
            : HookResult.CONTINUE;
    run.after(
        delayNanos,
        Phase.ACT,
        "hook " + hook.name() + " for " + wait.member.instance(),
        () -> end(wait, hook.name(), result, completed(result)));
  }

  private static String completed(HookResult result) {
    return "Lifecycle Action Completed with " + result + " Result";
  }

  private void beat(Wait wait, LifecycleHook hook, Duration period) {
    run.after(
        period.toNanos(),
        Phase.WORLD,
        "heartbeat of hook " + hook.name() + " for " + wait.member.instance(),
        () -> {
          if (wait.round.clock(hook.name()).isPresent()) {
            wait.round.clock(hook.name()).get().heartbeat(run.nowNanos());
            beat(wait, hook, period);
          }
        });
  }

  /** Learns that the application on an instance answers. */
  void answering(Instance instance) {
    Wait wait = waits.get(instance);
    if (wait != null) {
      for (LifecycleHook hook : hooks) {
        boolean isActive = wait.round.clock(hook.name()).isPresent();
        if (isActive && hook.consumer().moment() == Moment.READY) {
          work(wait, hook);
        }
      }
    }
  }

  private void end(Wait wait, String hook, HookResult result, String how) {
    if (wait.round.clock(hook).isEmpty()) {
      return;
    }
    record(wait, hook, "lets " + wait.member.instance() + " go: " + how);
    Optional<HookResult> outcome = wait.round.complete(hook, result);
    if (outcome.isPresent()) {
      waits.remove(wait.member.instance());
      String message =
          "Instance failed to complete user's Lifecycle Action: Lifecycle Action with token %s was"
              + " abandoned: %s";
      wait.listener.over(new Outcome(outcome.get(), message.formatted(wait.tokens.get(hook), how)));
    }
  }

  /** Ends the wait of an instance as if all its actions had been completed. */
  void release(Member member) {
    Wait wait = waits.remove(member.instance());
    if (wait != null) {
      wait.round.cancel();
      wait.listener.over(new Outcome(HookResult.CONTINUE, ""));
    }
  }

  /** Forgets the wait of an instance that leaves another way. */
  void cancel(Member member) {
    Wait wait = waits.remove(member.instance());
    if (wait != null) {
      wait.round.cancel();
    }
  }

  /** Returns whether an action is active for an instance. */
  boolean isActive(Instance instance, String hook) {
    Wait wait = waits.get(instance);
    return wait != null && wait.round.clock(hook).isPresent();
  }

  /** Returns the instance whose active action has a token; empty for any other token. */
  Optional<Instance> holding(String hook, String token) {
    return waits.values().stream()
        .filter(wait -> isActive(wait.member.instance(), hook))
        .filter(wait -> token.equals(wait.tokens.get(hook)))
        .map(wait -> wait.member.instance())
        .findFirst();
  }

  /** Returns the token of the action that a hook has for an instance; empty without one. */
  Optional<String> token(Instance instance, String hook) {
    return Optional.ofNullable(waits.get(instance)).map(wait -> wait.tokens.get(hook));
  }

  /** Completes an active action, as a user does. */
  void complete(Instance instance, String hook, HookResult result) {
    Wait wait = waits.get(instance);
    if (wait != null) {
      end(wait, hook, result, completed(result));
    }
  }

  /** Records a heartbeat for an active action, as a user does. */
  void heartbeat(Instance instance, String hook) {
    Wait wait = waits.get(instance);
    if (wait != null) {
      wait.round.clock(hook).ifPresent(clock -> clock.heartbeat(run.nowNanos()));
    }
  }

  /** Returns the instances that hold an active action of a hook, in order of their waits. */
  List<Instance> waitingFor(String hook) {
    List<Instance> waiting = new ArrayList<>();
    waits.forEach(
        (instance, wait) -> {
          if (wait.round.clock(hook).isPresent()) {
            waiting.add(instance);
          }
        });
    return waiting;
  }

  private void record(Wait wait, String hook, String reason) {
    ledger.note("hook " + hook, wait.member.toString(), reason, Obstacle.LIFECYCLE_HOOK);
  }
}
