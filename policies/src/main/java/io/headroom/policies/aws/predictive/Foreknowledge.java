package io.headroom.policies.aws.predictive;

import java.util.List;

/**
 * What a predictive scaling policy knows when the run starts.
 *
 * @param hourlyLoad the load of each hour before the run, oldest first, as a mean minute: CPU in
 *     percent summed over the instances, bytes or requests a minute. The last one ends at the hour
 *     in which the run starts
 * @param hourlyCapacity forecasts of the capacity from the hour on in which the run starts, in
 *     place of those of the simulator's model; AWS's own model is a black box (PS11)
 */
public record Foreknowledge(List<Double> hourlyLoad, List<Integer> hourlyCapacity) {
  /** Nothing: the policy learns from the run, which takes a day. */
  public static final Foreknowledge NONE = new Foreknowledge(List.of(), List.of());

  /** Copies the lists. */
  public Foreknowledge {
    hourlyLoad = List.copyOf(hourlyLoad);
    hourlyCapacity = List.copyOf(hourlyCapacity);
  }

  /** Returns the history of a load, oldest first. */
  public static Foreknowledge history(List<Double> hourlyLoad) {
    return new Foreknowledge(hourlyLoad, List.of());
  }

  /** Returns forecasts of the capacity, from the first hour of the run on. */
  public static Foreknowledge forecasts(List<Integer> hourlyCapacity) {
    return new Foreknowledge(List.of(), hourlyCapacity);
  }
}
