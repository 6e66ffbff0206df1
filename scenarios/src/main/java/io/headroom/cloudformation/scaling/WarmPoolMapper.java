package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.PoolState;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.Reuse;
import io.headroom.autoscaling.refusal.GroupRefusals;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.ec2.PurchaseOption;
import java.util.List;
import java.util.Locale;

/** Reads {@code AWS::AutoScaling::WarmPool}. */
final class WarmPoolMapper implements ResourceMapper<Groups> {

  @Override
  public String type() {
    return "AWS::AutoScaling::WarmPool";
  }

  @Override
  public void read(Properties pool, Groups groups) {
    WarmPoolSpec spec = spec(pool);
    groups
        .groupOf(pool)
        .ifPresent(
            group -> {
              if (isRefused(group.settings())) {
                Refused.report(pool, "AutoScalingGroupName", List.of(GroupRefusals.warmPool()));
              } else {
                group.add(spec);
              }
            });
  }

  private static boolean isRefused(AutoScalingGroupSpec group) {
    return group.fleet().mixed().isPresent()
        || group.launchConfiguration().purchase() == PurchaseOption.SPOT;
  }

  private static WarmPoolSpec spec(Properties pool) {
    String state = pool.word("PoolState", "Stopped", List.of("Stopped", "Running", "Hibernated"));
    WarmPoolSpec spec =
        WarmPoolSpec.of(PoolState.valueOf(state.toUpperCase(Locale.ROOT)))
            .minimum(pool.integer("MinSize", 0, 0, Integer.MAX_VALUE))
            .reuse(
                pool.map("InstanceReusePolicy").flag("ReuseOnScaleIn", false)
                    ? Reuse.ON_SCALE_IN
                    : Reuse.NONE);
    // The service writes -1 for a limit that was taken back.
    return pool.integer("MaxGroupPreparedCapacity")
        .filter(limit -> limit >= 0)
        .map(spec::maximumPrepared)
        .orElse(spec);
  }
}
