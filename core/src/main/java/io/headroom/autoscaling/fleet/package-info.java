/**
 * What a mixed group buys: the split into On-Demand and Spot, the pools in the order in which they
 * are tried, and weights.
 *
 * <p>"Auto Scaling groups with multiple instance types and purchase options", Amazon EC2 Auto
 * Scaling User Guide. Values and decisions without memory; imports {@code ec2}.
 */
@NullMarked
package io.headroom.autoscaling.fleet;

import org.jspecify.annotations.NullMarked;
