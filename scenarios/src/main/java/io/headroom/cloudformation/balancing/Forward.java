package io.headroom.cloudformation.balancing;

import io.headroom.elb.TargetGroupSpec;

/**
 * A target group that an action forwards to.
 *
 * @param targetGroup where the requests go
 * @param weight the share over the sum of all weights of the action
 */
record Forward(TargetGroupSpec targetGroup, int weight) {}
