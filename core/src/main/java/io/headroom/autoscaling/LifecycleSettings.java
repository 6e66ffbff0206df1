package io.headroom.autoscaling;

import com.google.common.collect.Sets;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.operations.TimedOperation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a group about the life of its instances.
 *
 * @param hooks the lifecycle hooks, at most 50
 * @param warmPool the warm pool; empty for none
 * @param newInstances whether new instances are protected from scale-in
 * @param retention what becomes of an instance whose terminate hook is abandoned
 * @param suspended the processes that are suspended when the run starts
 * @param operations what users do to the group, at set times
 */
public record LifecycleSettings(
    List<LifecycleHook> hooks,
    Optional<WarmPoolSpec> warmPool,
    Protection newInstances,
    Retention retention,
    Set<ScalingProcess> suspended,
    List<TimedOperation> operations) {
  /** The defaults of the API: nothing of all this. */
  public static final LifecycleSettings NONE =
      new LifecycleSettings(
          List.of(), Optional.empty(), Protection.NONE, Retention.TERMINATE, Set.of(), List.of());

  /** Whether instances are protected from scale-in. */
  public enum Protection {
    /** {@code NewInstancesProtectedFromScaleIn} is true. */
    FROM_SCALE_IN,
    /** They are not; the default. */
    NONE
  }

  /** The instance lifecycle policy of a group, for abandoned terminate hooks. */
  public enum Retention {
    /** {@code terminate}: it is terminated all the same; the default. */
    TERMINATE,
    /** {@code retain}: it is kept, replaced, and billed until somebody terminates it. */
    RETAIN
  }

  /** Copies the collections. */
  public LifecycleSettings {
    hooks = List.copyOf(hooks);
    suspended = Sets.immutableEnumSet(suspended);
    operations = List.copyOf(operations);
  }

  /** Returns a copy with other hooks. */
  public LifecycleSettings hooks(List<LifecycleHook> newHooks) {
    return new LifecycleSettings(
        newHooks, warmPool, newInstances, retention, suspended, operations);
  }

  /** Returns a copy with a warm pool. */
  public LifecycleSettings warmPool(WarmPoolSpec newWarmPool) {
    return new LifecycleSettings(
        hooks, Optional.of(newWarmPool), newInstances, retention, suspended, operations);
  }

  /** Returns a copy that protects new instances, or does not. */
  public LifecycleSettings newInstances(Protection newProtection) {
    return new LifecycleSettings(hooks, warmPool, newProtection, retention, suspended, operations);
  }

  /** Returns a copy with another lifecycle policy. */
  public LifecycleSettings retention(Retention newRetention) {
    return new LifecycleSettings(
        hooks, warmPool, newInstances, newRetention, suspended, operations);
  }

  /** Returns a copy with other processes suspended from the start. */
  public LifecycleSettings suspended(Collection<ScalingProcess> newSuspended) {
    return new LifecycleSettings(
        hooks, warmPool, newInstances, retention, Sets.immutableEnumSet(newSuspended), operations);
  }

  /** Returns a copy with other operations. */
  public LifecycleSettings operations(List<TimedOperation> newOperations) {
    return new LifecycleSettings(
        hooks, warmPool, newInstances, retention, suspended, newOperations);
  }
}
