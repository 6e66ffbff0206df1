package io.headroom.autoscaling.operations;

import io.headroom.autoscaling.fleet.MixedChange;
import io.headroom.autoscaling.refresh.DesiredConfiguration;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import java.time.Duration;
import java.util.List;

/** The settings of a group that an update can change; each throws what AWS would answer. */
public interface GroupSettings {
  /** Sets the Availability Zones. */
  void zones(List<String> zones);

  /** Sets what is launched. */
  void launch(DesiredConfiguration launch);

  /** Changes the mixed instances policy, or introduces one. */
  void mixed(MixedChange change);

  /** Sets the default cooldown. */
  void cooldown(Duration cooldown);

  /** Sets the health check grace period. */
  void gracePeriod(Duration gracePeriod);

  /** Sets the default instance warm-up. */
  void warmup(Duration warmup);

  /** Sets the termination policies by AWS's names. */
  void terminationPolicies(List<String> names);

  /** Sets the limits while instances are replaced. */
  void maintenance(InstanceMaintenancePolicy policy);
}
