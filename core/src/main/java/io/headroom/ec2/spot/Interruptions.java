package io.headroom.ec2.spot;

import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.Money;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls Spot instances back: pools at random, users of a scenario on purpose, and prices that rise
 * above what somebody would pay.
 *
 * <p>An event has one lead for all its instances: recommendations come when it begins, notices the
 * lead later, each within the spread. So interruptions of one pool come close together (SPT-9).
 */
final class Interruptions {
  private final Simulator simulator;
  private final RandomStreams random;
  private final Ec2 ec2;
  private final InterruptionModel model;
  private int calls;

  Interruptions(Simulator simulator, RandomStreams random, Ec2 ec2, InterruptionModel model) {
    this.simulator = simulator;
    this.random = random;
    this.ec2 = ec2;
    this.model = model;
  }

  /** Returns the number of the next event of a scenario, from 0. */
  int nextCall() {
    return calls++;
  }

  /** Starts the random events of a pool; they are the same whenever the watch begins. */
  void watch(SpotPool pool, String name, double monthly) {
    if (monthly > 0) {
      double perHour = InterruptionModel.eventsPerHour(monthly, model.eventShare());
      RandomStream gaps = random.stream("spot-events/" + name);
      plan(new Events(pool, name, perHour, gaps), 0, 0);
    }
  }

  /** The random events of one pool. */
  private record Events(SpotPool pool, String name, double perHour, RandomStream gaps) {
    long gapNanos() {
      return Math.max(1, (long) (gaps.nextExponential() / perHour * SimTime.HOUR));
    }
  }

  private void plan(Events events, long fromNanos, long number) {
    long dueNanos = fromNanos + events.gapNanos();
    long next = number;
    while (dueNanos < simulator.nowNanos()) {
      dueNanos += events.gapNanos();
      next++;
    }
    happen(events, dueNanos, next);
  }

  private void happen(Events events, long dueNanos, long number) {
    simulator.schedule(
        dueNanos,
        Phase.WORLD,
        "Spot event of " + events.name,
        () -> {
          RandomStream lot = random.stream("spot-event/" + events.name, number);
          callBack(events.pool, call(lot), lot);
          plan(events, dueNanos, number + 1);
        });
  }

  private SpotCall call(RandomStream lot) {
    boolean together = lot.nextDouble() < model.together();
    double leadNanos = together ? 0 : lot.nextExponential() * model.meanLead().toNanos();
    return new SpotCall(
        Optional.empty(), Optional.empty(), model.eventShare(), Duration.ofNanos((long) leadNanos));
  }

  /** Calls a share of the instances of a pool back. */
  void callBack(SpotPool pool, SpotCall call, RandomStream lot) {
    long nowNanos = simulator.nowNanos();
    pool.riskUntil(nowNanos + call.lead().plus(model.riskPeriod()).toNanos());
    List<Instance> instances = new ArrayList<>(pool.instances());
    for (Instance instance : instances) {
      boolean hit = lot.nextDouble() < call.share();
      long delayNanos = (long) (lot.nextDouble() * model.eventSpread().toNanos());
      if (hit) {
        announce(instance, delayNanos, call.lead().toNanos());
      }
    }
  }

  private void announce(Instance instance, long delayNanos, long leadNanos) {
    if (leadNanos > 0) {
      after(delayNanos, instance + " at risk", () -> ec2.recommendRebalance(instance));
    }
    after(
        delayNanos + leadNanos,
        instance + " interruption notice",
        () -> ec2.noticeInterruption(instance));
  }

  /** SPT-2: looks at each change of the price whether it is above what the owner would pay. */
  void watchPrice(Instance instance, SpotPool pool, Money maximum) {
    long changeNanos = pool.nextChangeNanos(simulator.nowNanos());
    if (changeNanos == Long.MAX_VALUE
        || !pool.mayExceed(maximum, instance.configuration().type())) {
      return;
    }
    simulator.schedule(
        changeNanos,
        Phase.WORLD,
        instance + " Spot price",
        () -> {
          if (instance.endNanos() >= 0) {
            return;
          }
          if (pool.price(instance.configuration().type(), changeNanos).compareTo(maximum) > 0) {
            ec2.noticeInterruption(instance);
          } else {
            watchPrice(instance, pool, maximum);
          }
        });
  }

  private void after(long delayNanos, String what, Runnable action) {
    simulator.schedule(simulator.nowNanos() + delayNanos, Phase.WORLD, what, action);
  }
}
