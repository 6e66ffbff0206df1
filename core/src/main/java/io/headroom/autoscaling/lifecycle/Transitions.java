package io.headroom.autoscaling.lifecycle;

import static io.headroom.autoscaling.lifecycle.LifecycleState.DETACHED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.DETACHING;
import static io.headroom.autoscaling.lifecycle.LifecycleState.ENTERING_STANDBY;
import static io.headroom.autoscaling.lifecycle.LifecycleState.IN_SERVICE;
import static io.headroom.autoscaling.lifecycle.LifecycleState.PENDING;
import static io.headroom.autoscaling.lifecycle.LifecycleState.PENDING_PROCEED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.PENDING_WAIT;
import static io.headroom.autoscaling.lifecycle.LifecycleState.STANDBY;
import static io.headroom.autoscaling.lifecycle.LifecycleState.TERMINATED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.TERMINATING;
import static io.headroom.autoscaling.lifecycle.LifecycleState.TERMINATING_PROCEED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.TERMINATING_RETAINED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.TERMINATING_WAIT;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_HIBERNATED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_PENDING;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_PENDING_PROCEED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_PENDING_RETAINED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_PENDING_WAIT;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_RUNNING;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_STOPPED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_TERMINATED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_TERMINATING;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_TERMINATING_PROCEED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_TERMINATING_RETAINED;
import static io.headroom.autoscaling.lifecycle.LifecycleState.WARMED_TERMINATING_WAIT;

import com.google.common.collect.ImmutableSetMultimap;

/**
 * Which state may follow which.
 *
 * <p>"Amazon EC2 Auto Scaling instance lifecycle" and "Use lifecycle hooks with a warm pool in
 * Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide. Nothing comes back from a state of
 * termination.
 */
final class Transitions {
  private static final ImmutableSetMultimap<LifecycleState, LifecycleState> NEXT =
      ImmutableSetMultimap.<LifecycleState, LifecycleState>builder()
          .putAll(PENDING, PENDING_WAIT, IN_SERVICE, TERMINATING)
          .putAll(PENDING_WAIT, PENDING_PROCEED, TERMINATING)
          .putAll(PENDING_PROCEED, IN_SERVICE, TERMINATING)
          .putAll(IN_SERVICE, TERMINATING, ENTERING_STANDBY, DETACHING, WARMED_PENDING)
          .putAll(TERMINATING, TERMINATING_WAIT, TERMINATED)
          .putAll(TERMINATING_WAIT, TERMINATING_PROCEED, TERMINATING_RETAINED, TERMINATED)
          .putAll(TERMINATING_PROCEED, TERMINATED)
          .putAll(TERMINATING_RETAINED, TERMINATED)
          .putAll(DETACHING, DETACHED)
          .putAll(ENTERING_STANDBY, STANDBY, TERMINATING)
          .putAll(STANDBY, PENDING, TERMINATING)
          .putAll(WARMED_PENDING, WARMED_PENDING_WAIT, WARMED_TERMINATING)
          .putAll(WARMED_PENDING, WARMED_STOPPED, WARMED_RUNNING, WARMED_HIBERNATED)
          .putAll(WARMED_PENDING_WAIT, WARMED_PENDING_PROCEED, WARMED_PENDING_RETAINED)
          .putAll(WARMED_PENDING_WAIT, WARMED_TERMINATING)
          .putAll(WARMED_PENDING_PROCEED, WARMED_STOPPED, WARMED_RUNNING, WARMED_HIBERNATED)
          .putAll(WARMED_PENDING_PROCEED, WARMED_TERMINATING)
          .putAll(WARMED_PENDING_RETAINED, WARMED_TERMINATED)
          .putAll(WARMED_STOPPED, PENDING, WARMED_TERMINATING)
          .putAll(WARMED_RUNNING, PENDING, WARMED_TERMINATING)
          .putAll(WARMED_HIBERNATED, PENDING, WARMED_TERMINATING)
          .putAll(WARMED_TERMINATING, WARMED_TERMINATING_WAIT, WARMED_TERMINATED)
          .putAll(WARMED_TERMINATING_WAIT, WARMED_TERMINATING_PROCEED)
          .putAll(WARMED_TERMINATING_WAIT, WARMED_TERMINATING_RETAINED, WARMED_TERMINATED)
          .putAll(WARMED_TERMINATING_PROCEED, WARMED_TERMINATED)
          .putAll(WARMED_TERMINATING_RETAINED, WARMED_TERMINATED)
          .build();

  private Transitions() {}

  static boolean allowed(LifecycleState from, LifecycleState to) {
    return NEXT.containsEntry(from, to);
  }
}
