package io.headroom.autoscaling;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.Comparator;
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

  TerminationChoice(List<TerminationPolicy> policies, ConfigurationAge age, RandomStream random) {
    this.policies = policies;
    this.age = age;
    this.random = random;
  }

  /**
   * Chooses instances, in the order in which they leave; fewer than asked for if no more may leave.
   *
   * @param instances all that count for the balance of zones
   * @param mayLeave which of them may leave
   * @param count how many shall leave
   * @param nowNanos the instant from which ages are counted
   */
  <T extends TerminationCandidate> List<T> choose(
      List<T> instances, Predicate<? super T> mayLeave, int count, long nowNanos) {
    List<T> left = new ArrayList<>(instances);
    List<T> chosen = new ArrayList<>();
    while (chosen.size() < count && left.stream().anyMatch(mayLeave)) {
      T next = chooseOne(inFullestZones(left, mayLeave), nowNanos);
      left.remove(next);
      chosen.add(next);
    }
    return chosen;
  }

  private <T extends TerminationCandidate> T chooseOne(List<T> inZones, long nowNanos) {
    List<T> candidates = inZones;
    for (TerminationPolicy policy : policies) {
      candidates = narrowed(candidates, policy, nowNanos);
    }
    candidates = narrowed(candidates, TerminationPolicy.DEFAULT, nowNanos);
    return candidates.size() == 1
        ? candidates.get(0)
        : candidates.get(random.nextInt(candidates.size()));
  }

  /** AZ7: the fullest of the zones from which an instance may leave. */
  private static <T extends TerminationCandidate> List<T> inFullestZones(
      List<T> instances, Predicate<? super T> mayLeave) {
    Map<String, Long> counts = instances.stream().collect(groupingBy(T::zone, counting()));
    List<T> eligible = instances.stream().filter(mayLeave).toList();
    return smallest(eligible, Comparator.comparing(each -> -counts.getOrDefault(each.zone(), 0L)));
  }

  private <T extends TerminationCandidate> List<T> narrowed(
      List<T> candidates, TerminationPolicy policy, long nowNanos) {
    Comparator<T> byConfiguration = Comparator.comparing(T::configuration, age.oldestFirst());
    Comparator<T> byHour = Comparator.comparingLong(each -> toNextHour(each, nowNanos));
    return switch (policy) {
      case OLDEST_INSTANCE -> smallest(candidates, Comparator.comparingLong(T::launchNanos));
      case NEWEST_INSTANCE ->
          smallest(candidates, Comparator.comparing(each -> -each.launchNanos()));
      case OLDEST_LAUNCH_CONFIGURATION, OLDEST_LAUNCH_TEMPLATE ->
          smallest(candidates, byConfiguration);
      case CLOSEST_TO_NEXT_INSTANCE_HOUR -> smallest(candidates, byHour);
      case DEFAULT -> smallest(smallest(candidates, byConfiguration), byHour);
      case ALLOCATION_STRATEGY -> candidates;
    };
  }

  /** TP1: the time to the next full hour of the instance's age, in milliseconds. */
  private static long toNextHour(TerminationCandidate instance, long nowNanos) {
    long ageMillis = (nowNanos - instance.launchNanos()) / MILLISECOND;
    return Math.floorMod(-ageMillis, SimTime.HOUR / MILLISECOND);
  }

  private static <T> List<T> smallest(List<T> candidates, Comparator<? super T> order) {
    T least = candidates.stream().min(order).orElseThrow();
    return candidates.stream().filter(each -> order.compare(each, least) == 0).toList();
  }
}
