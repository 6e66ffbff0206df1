package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import java.util.Optional;

/**
 * The replacement of one instance by another that is launched first. It lasts until the old
 * instance begins to leave, or stays after all; a launch that fails or is given up does not end it.
 * Not thread-safe.
 */
final class Exchange {
  private final Member old;
  private final Replacement plan;
  private Optional<Member> successor = Optional.empty();
  private boolean open = true;
  private boolean seen;

  Exchange(Member old, Replacement plan) {
    this.old = old;
    this.plan = plan;
  }

  /** Returns the instance that shall leave. */
  Member old() {
    return old;
  }

  Replacement plan() {
    return plan;
  }

  /** Returns the instance that was launched in its place, once there is one. */
  Optional<Member> successor() {
    return successor;
  }

  void successor(Optional<Member> newSuccessor) {
    successor = newSuccessor;
    seen = false;
  }

  /** Returns whether nobody has asked this before about the present successor. */
  boolean isFirstLook() {
    boolean first = !seen;
    seen = true;
    return first;
  }

  /** Returns whether the old instance still waits for its successor. */
  boolean isOpen() {
    return open;
  }

  void close() {
    open = false;
  }

  /** Returns whether the successor can take over. */
  boolean isReady() {
    return successor
        .filter(each -> each.is(Kind.IN_SERVICE) && plan.ready().test(each))
        .isPresent();
  }
}
