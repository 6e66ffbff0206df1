package io.headroom.autoscaling.refresh;

import io.headroom.ec2.InstanceType;
import io.headroom.ec2.LaunchConfiguration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a group launches from an instance refresh on.
 *
 * <p>"DesiredConfiguration", Amazon EC2 Auto Scaling API Reference.
 *
 * @param type another instance type; empty to keep it
 * @param version the version of the launch template; empty for the next one
 */
public record DesiredConfiguration(Optional<InstanceType> type, OptionalInt version) {
  /** Returns what is launched in place of something. */
  public LaunchConfiguration applyTo(LaunchConfiguration launch) {
    LaunchConfiguration changed = launch.version(version.orElse(launch.version() + 1));
    return type.map(changed::type).orElse(changed);
  }

  @Override
  public String toString() {
    String shown = version.isPresent() ? "version " + version.getAsInt() : "the next version";
    return type.map(newType -> shown + " with " + newType).orElse(shown);
  }
}
