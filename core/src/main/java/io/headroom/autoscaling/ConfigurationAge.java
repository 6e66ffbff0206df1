package io.headroom.autoscaling;

import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchConfiguration.Source;
import java.util.Comparator;
import java.util.List;

/**
 * The order of launch configurations and templates by age, oldest first, as a group sees it.
 *
 * <p>"Configure termination policies for Amazon EC2 Auto Scaling", section "Default termination
 * policy". A group with a launch template holds launch configurations for oldest, then other
 * templates, then lower versions of its own. A group with a launch configuration goes by creation.
 *
 * @param current what the group launches now
 * @param byCreation names of launch configurations and templates, oldest first; a name that is
 *     absent counts as younger than all of them
 */
record ConfigurationAge(LaunchConfiguration current, List<String> byCreation) {

  Comparator<LaunchConfiguration> oldestFirst() {
    return Comparator.comparingInt(this::kind)
        .thenComparingInt(this::created)
        .thenComparingInt(LaunchConfiguration::version);
  }

  private int kind(LaunchConfiguration configuration) {
    if (configuration.source() != current.source()) {
      return configuration.source() == Source.LAUNCH_CONFIGURATION ? 0 : 1;
    }
    return configuration.name().equals(current.name()) ? 2 : 1;
  }

  private int created(LaunchConfiguration configuration) {
    int index = byCreation.indexOf(configuration.name());
    return index < 0 ? byCreation.size() : index;
  }
}
