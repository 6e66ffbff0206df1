package io.headroom.autoscaling;

import io.headroom.ec2.LaunchConfiguration;

/**
 * What a group would launch.
 *
 * @param launch the instance
 * @param units how many units it counts
 */
record Purchase(LaunchConfiguration launch, int units) {}
