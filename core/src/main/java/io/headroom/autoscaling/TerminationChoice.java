package io.headroom.autoscaling;

import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.PurchaseOption;
import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The choice of the instances that leave at a scale-in: zones first, then the termination policies
 * in order, then the default policy, then the lot.
 *
 * <p>"Configure termination policies for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User
 * Guide. One instance is chosen after another, and the zones are counted anew each time.
 */
final class TerminationChoice {
  private static final long MILLISECOND = 1_000_000;

  private final List<TerminationPolicy> policies;
  private final ConfigurationAge age;
  private final RandomStream random;
  private final Fit fit;

  /** How well an instance suits what the group would launch now. */
  interface Fit {
    /** Any instance suits a group of one pool that keeps its zones. */
    Fit ALIKE = (launched, zone) -> 0;

    /**
     * Returns how far the pool of an instance is from what the allocation strategy would choose: 0
     * for the best pool, and more for one that leaves sooner.
     */
    int misfit(LaunchConfiguration launched, String zone);

    /** Returns whether the group still uses a zone. */
    default boolean isEnabled(String zone) {
      return true;
    }
  }

  TerminationChoice(
      List<TerminationPolicy> policies, ConfigurationAge age, RandomStream random, Fit fit) {
    this.policies = policies;
    this.age = age;
    this.random = random;
    this.fit = fit;
  }

  /** The pool of an instance. */
  private record Pool(String type, String zone, PurchaseOption purchase) {
    static Pool of(TerminationCandidate each) {
      LaunchConfiguration launched = each.configuration();
      return new Pool(launched.type().name(), each.zone(), launched.purchase());
    }
  }

  /** Instances of a pool are equally far from the strategy, which is asked once for each. */
  private <T extends TerminationCandidate> Comparator<T> byMisfit() {
    Map<Pool, Integer> known = new HashMap<>();
    return Comparator.comparingInt(
        each ->
            -known.computeIfAbsent(
                Pool.of(each), pool -> fit.misfit(each.configuration(), each.zone())));
  }

  /**
   * Chooses instances, in the order in which they leave; fewer units than asked for if no more may
   * leave. No instance leaves whose weight exceeds what is still to go (MX15).
   *
   * <p>The cost is that of sorting the instances once.
   *
   * @param instances all that count for the balance of zones
   * @param mayLeave which of them may leave
   * @param units how much capacity shall leave
   * @param nowNanos the instant from which ages are counted
   */
  <T extends TerminationCandidate> List<T> choose(
      List<T> instances, Predicate<? super T> mayLeave, int units, long nowNanos) {
    ZoneQueues<T> queues = new ZoneQueues<>(order(nowNanos), fit::isEnabled);
    instances.forEach(each -> queues.count(each.zone()));
    instances.stream().filter(mayLeave).forEach(queues::add);
    List<T> chosen = new ArrayList<>();
    int left = units;
    while (left > 0 && queues.dropHeavierThan(left)) {
      T next = queues.take(random);
      left -= next.units();
      chosen.add(next);
    }
    return chosen;
  }

  /**
   * Returns the order of the policies, then of the default policy (TP3); equals are left to lot.
   */
  private <T extends TerminationCandidate> Comparator<T> order(long nowNanos) {
    Comparator<T> order = Comparator.comparingInt(each -> 0);
    for (TerminationPolicy policy : policies) {
      order = order.thenComparing(order(policy, nowNanos));
    }
    return order.thenComparing(order(TerminationPolicy.DEFAULT, nowNanos));
  }

  private <T extends TerminationCandidate> Comparator<T> order(
      TerminationPolicy policy, long nowNanos) {
    Comparator<T> byConfiguration = Comparator.comparing(T::configuration, age.oldestFirst());
    Comparator<T> byHour = Comparator.comparingLong(each -> toNextHour(each, nowNanos));
    return switch (policy) {
      case OLDEST_INSTANCE -> Comparator.comparingLong(T::launchNanos);
      case NEWEST_INSTANCE -> Comparator.comparingLong(each -> -each.launchNanos());
      case OLDEST_LAUNCH_CONFIGURATION, OLDEST_LAUNCH_TEMPLATE -> byConfiguration;
      case CLOSEST_TO_NEXT_INSTANCE_HOUR -> byHour;
      case DEFAULT -> this.<T>byMisfit().thenComparing(byConfiguration).thenComparing(byHour);
      case ALLOCATION_STRATEGY -> byMisfit();
    };
  }

  /** TP1: the time to the next full hour of the instance's age, in milliseconds. */
  private static long toNextHour(TerminationCandidate instance, long nowNanos) {
    long ageMillis = (nowNanos - instance.launchNanos()) / MILLISECOND;
    return Math.floorMod(-ageMillis, SimTime.HOUR / MILLISECOND);
  }
}
