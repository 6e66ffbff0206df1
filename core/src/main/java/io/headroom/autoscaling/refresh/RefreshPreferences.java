package io.headroom.autoscaling.refresh;

import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How an instance refresh goes about.
 *
 * <p>"RefreshPreferences", Amazon EC2 Auto Scaling API Reference. What is empty takes the default
 * of the group when the refresh starts.
 *
 * @param minHealthyPercentage in percent; empty for that of the group's maintenance policy, else 90
 * @param maxHealthyPercentage in percent; empty for that of the group's maintenance policy, else
 *     100
 * @param warmup InstanceWarmup; empty for the group's default warm-up, else its grace period (WU8)
 * @param checkpoints CheckpointPercentages; default none
 * @param checkpointDelay CheckpointDelay, only with checkpoints; default one hour
 * @param skipMatching whether instances that match already are left alone; default false
 * @param autoRollback whether a failure goes back to what was there before; default false
 * @param scaleInProtected what becomes of protected instances; default Wait
 * @param standby what becomes of instances in standby; default Wait
 * @param bakeTime how long the refresh watches after the last replacement, up to two days; default
 *     0
 * @param alarms names of alarms that fail the refresh when they are in ALARM; default none
 */
public record RefreshPreferences(
    Optional<Integer> minHealthyPercentage,
    Optional<Integer> maxHealthyPercentage,
    Optional<Duration> warmup,
    Checkpoints checkpoints,
    Optional<Duration> checkpointDelay,
    boolean skipMatching,
    boolean autoRollback,
    Blocked scaleInProtected,
    Blocked standby,
    Duration bakeTime,
    List<String> alarms) {

  /** What a refresh does about instances that it may not simply replace. */
  public enum Blocked {
    /** Waits for an hour that they become free, then fails. */
    WAIT("Wait"),
    /** Leaves them alone. */
    IGNORE("Ignore"),
    /** Replaces them all the same; {@code Refresh} or {@code Terminate} in the API. */
    REPLACE("Replace");

    private final String words;

    Blocked(String words) {
      this.words = words;
    }

    /** Returns the choice in words. */
    public String words() {
      return words;
    }
  }

  /** The defaults of the API (IR1). */
  public static final RefreshPreferences API =
      new RefreshPreferences(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Checkpoints.NONE,
          Optional.empty(),
          false,
          false,
          Blocked.WAIT,
          Blocked.WAIT,
          Duration.ZERO,
          List.of());

  /** The defaults of the console: matching, protected and standby instances are left alone. */
  public static final RefreshPreferences CONSOLE =
      new RefreshPreferences(
          Optional.of(90),
          Optional.empty(),
          Optional.empty(),
          Checkpoints.NONE,
          Optional.empty(),
          true,
          false,
          Blocked.IGNORE,
          Blocked.IGNORE,
          Duration.ZERO,
          List.of());

  private static final InstanceMaintenancePolicy DEFAULT_LIMITS =
      new InstanceMaintenancePolicy(90, 100);
  private static final Duration DEFAULT_CHECKPOINT_DELAY = Duration.ofHours(1);
  private static final Duration LONGEST_DELAY = Duration.ofDays(2);

  /** Copies the list. */
  public RefreshPreferences {
    alarms = List.copyOf(alarms);
  }

  /** Returns what AWS would refuse in a group; empty when all is well. */
  public List<String> problems(Optional<InstanceMaintenancePolicy> ofGroup) {
    List<String> problems = new ArrayList<>(checkpoints.problems());
    InstanceMaintenancePolicy base = ofGroup.orElse(DEFAULT_LIMITS);
    problems.addAll(
        InstanceMaintenancePolicy.problems(
            minHealthyPercentage.orElse(base.minHealthyPercentage()),
            maxHealthyPercentage.orElse(base.maxHealthyPercentage())));
    if (checkpointDelay.isPresent() && checkpoints.percentages().isEmpty()) {
      problems.add("CheckpointDelay needs CheckpointPercentages");
    }
    checkpointDelay.ifPresent(delay -> within("CheckpointDelay", delay, problems));
    within("BakeTime", bakeTime, problems);
    warmup
        .filter(Duration::isNegative)
        .ifPresent(negative -> problems.add("InstanceWarmup must not be negative"));
    return problems;
  }

  private static void within(String name, Duration value, List<String> problems) {
    if (value.isNegative() || value.compareTo(LONGEST_DELAY) > 0) {
      problems.add(
          "%s must be from 0 to 172800 seconds, was %d".formatted(name, value.toSeconds()));
    }
  }

  /** Returns the limits that hold during the refresh, in a group with or without a policy (IM7). */
  public InstanceMaintenancePolicy limits(Optional<InstanceMaintenancePolicy> ofGroup) {
    InstanceMaintenancePolicy base = ofGroup.orElse(DEFAULT_LIMITS);
    return new InstanceMaintenancePolicy(
        minHealthyPercentage.orElse(base.minHealthyPercentage()),
        maxHealthyPercentage.orElse(base.maxHealthyPercentage()));
  }

  /** Returns how long a replacement warms up (WU8). */
  public Duration warmup(Optional<Duration> defaultWarmup, Duration gracePeriod) {
    return warmup.or(() -> defaultWarmup).orElse(gracePeriod);
  }

  /** Returns how long the refresh stops at a checkpoint. */
  public Duration delay() {
    return checkpointDelay.orElse(DEFAULT_CHECKPOINT_DELAY);
  }

  /** Returns whether these preferences name alarms to watch. */
  public boolean watchesAlarms() {
    return !alarms.isEmpty();
  }

  /** Returns a copy with another warm-up. */
  public RefreshPreferences warmup(Duration newWarmup) {
    return with(draft -> draft.warmup = Optional.of(newWarmup));
  }

  /** Returns a copy with other checkpoints. */
  public RefreshPreferences checkpoints(Checkpoints newCheckpoints) {
    return with(draft -> draft.checkpoints = newCheckpoints);
  }

  /** Returns a copy that stops at a checkpoint for another time. */
  public RefreshPreferences checkpointDelay(Duration newDelay) {
    return with(draft -> draft.checkpointDelay = Optional.of(newDelay));
  }

  /** Returns a copy that leaves instances that match alone, or not. */
  public RefreshPreferences skipMatching(boolean newSkipMatching) {
    return with(draft -> draft.skipMatching = newSkipMatching);
  }

  /** Returns a copy that goes back after a failure, or not. */
  public RefreshPreferences autoRollback(boolean newAutoRollback) {
    return with(draft -> draft.autoRollback = newAutoRollback);
  }

  /** Returns a copy that watches for another time after the last replacement. */
  public RefreshPreferences bakeTime(Duration newBakeTime) {
    return with(draft -> draft.bakeTime = newBakeTime);
  }

  /** Returns a copy that watches other alarms. */
  public RefreshPreferences alarms(List<String> newAlarms) {
    return with(draft -> draft.alarms = newAlarms);
  }

  /** Returns a copy that does something else about protected instances. */
  public RefreshPreferences scaleInProtected(Blocked newChoice) {
    return with(draft -> draft.scaleInProtected = newChoice);
  }

  /** Returns a copy with other limits, in percent of the desired capacity. */
  public RefreshPreferences healthy(int minimum, int maximum) {
    return with(
        draft -> {
          draft.minHealthyPercentage = Optional.of(minimum);
          draft.maxHealthyPercentage = Optional.of(maximum);
        });
  }

  private RefreshPreferences with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** A copy that is about to differ in one setting. */
  private static final class Draft {
    Optional<Integer> minHealthyPercentage;
    Optional<Integer> maxHealthyPercentage;
    Optional<Duration> warmup;
    Checkpoints checkpoints;
    Optional<Duration> checkpointDelay;
    boolean skipMatching;
    boolean autoRollback;
    Blocked scaleInProtected;
    Blocked standby;
    Duration bakeTime;
    List<String> alarms;

    Draft(RefreshPreferences from) {
      minHealthyPercentage = from.minHealthyPercentage;
      maxHealthyPercentage = from.maxHealthyPercentage;
      warmup = from.warmup;
      checkpoints = from.checkpoints;
      checkpointDelay = from.checkpointDelay;
      skipMatching = from.skipMatching;
      autoRollback = from.autoRollback;
      scaleInProtected = from.scaleInProtected;
      standby = from.standby;
      bakeTime = from.bakeTime;
      alarms = from.alarms;
    }

    RefreshPreferences finished() {
      return new RefreshPreferences(
          minHealthyPercentage,
          maxHealthyPercentage,
          warmup,
          checkpoints,
          checkpointDelay,
          skipMatching,
          autoRollback,
          scaleInProtected,
          standby,
          bakeTime,
          alarms);
    }
  }
}
