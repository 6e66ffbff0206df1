package io.headroom.benchmarks;

import io.headroom.Scenario;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.LifecycleSettings;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One group without traffic in which all instances come, go or are exchanged.
 *
 * @param step what happens
 * @param instances how many instances the group has, at least 100
 */
record LargeGroup(Step step, int instances) {

  /** What happens to a group. */
  enum Step {
    /** It grows from nothing to its size at once. */
    SCALE_OUT("scale-out"),
    /** It shrinks from its size to nothing at once. */
    SCALE_IN("scale-in"),
    /** A user terminates twenty instances of one zone, and ten pairs balance the zones. */
    REBALANCE("zone rebalance"),
    /** All instances are exchanged, a tenth at a time. */
    REFRESH("instance refresh");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration DURATION = Duration.ofMinutes(65);

  /** As many as one call may terminate. */
  private static final int TERMINATED = 20;

  /** Returns how many instances come, go or are exchanged, without those that a user terminates. */
  int moves() {
    return step == Step.REBALANCE ? TERMINATED / 2 : instances;
  }

  /** Returns the minutes that the instances of a group of constant size run. */
  long instanceMinutes() {
    return instances * DURATION.toMinutes();
  }

  Scenario scenario() {
    return Scenario.builder("large group")
        .duration(DURATION)
        .seed(7)
        .group(
            AutoScalingGroupSpec.builder("large")
                .min(0)
                .max(instances)
                .desired(step == Step.SCALE_OUT ? 0 : instances)
                .zones(List.of("us-east-1a", "us-east-1b"))
                .lifecycle(
                    LifecycleSettings.NONE.operations(
                        List.of(new TimedOperation(START, operation()))))
                .build())
        .build();
  }

  private GroupOperation operation() {
    return switch (step) {
      case SCALE_OUT -> new GroupOperation.SetDesired(instances, Cooldown.IGNORE);
      case SCALE_IN -> new GroupOperation.SetDesired(0, Cooldown.IGNORE);
      case REBALANCE ->
          new GroupOperation.Terminate(
              new InstanceChoice.ByAge(
                  InstanceChoice.Age.OLDEST, TERMINATED, Optional.of("us-east-1a")),
              GroupOperation.Decrement.DESIRED);
      case REFRESH ->
          new RefreshOperation.Start(
              RefreshPreferences.API.warmup(Duration.ofMinutes(1)), Optional.empty());
    };
  }
}
