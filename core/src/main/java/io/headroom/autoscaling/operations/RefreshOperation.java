package io.headroom.autoscaling.operations;

import io.headroom.autoscaling.refresh.DesiredConfiguration;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import java.util.Optional;

/** What a user does about instance refreshes. */
public sealed interface RefreshOperation extends GroupOperation {
  /**
   * {@code StartInstanceRefresh}.
   *
   * @param preferences how it goes about
   * @param desired what is launched from now on; empty for what is launched already
   */
  record Start(RefreshPreferences preferences, Optional<DesiredConfiguration> desired)
      implements RefreshOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.startRefresh(this);
    }

    @Override
    public String toString() {
      return "starts an instance refresh" + desired.map(each -> " to " + each).orElse("");
    }
  }

  /** {@code CancelInstanceRefresh}. */
  record Cancel() implements RefreshOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.cancelRefresh(this);
    }

    @Override
    public String toString() {
      return "cancels the instance refresh";
    }
  }

  /** {@code RollbackInstanceRefresh}. */
  record Rollback() implements RefreshOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.rollBackRefresh(this);
    }

    @Override
    public String toString() {
      return "rolls the instance refresh back";
    }
  }
}
