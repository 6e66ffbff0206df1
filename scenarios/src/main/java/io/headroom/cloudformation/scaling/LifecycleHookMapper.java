package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;

/** Reads {@code AWS::AutoScaling::LifecycleHook}. */
final class LifecycleHookMapper implements ResourceMapper<Groups> {

  @Override
  public String type() {
    return "AWS::AutoScaling::LifecycleHook";
  }

  @Override
  public void read(Properties hook, Groups groups) {
    groups
        .groupOf(hook)
        .ifPresentOrElse(
            group -> Hooks.read(hook).ifPresent(each -> group.add(hook, each)),
            () -> Hooks.read(hook));
  }
}
