package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.TargetGroupSpec;

/**
 * A target group of the template.
 *
 * @param source its properties, for messages
 * @param type the kind of load balancer that its protocol belongs to
 * @param spec its settings
 */
record TargetGroupDraft(Properties source, LoadBalancerType type, TargetGroupSpec spec) {}
