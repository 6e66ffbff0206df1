/**
 * How a group exchanges instances: in which order, how many at once, and how far it may leave its
 * sizes meanwhile.
 *
 * <p>"Instance maintenance policies", "Availability Zone rebalancing" and "Replace Auto Scaling
 * instances based on maximum instance lifetime", Amazon EC2 Auto Scaling User Guide. Values and
 * rules without memory; imports the JDK only.
 */
@NullMarked
package io.headroom.autoscaling.replacement;

import org.jspecify.annotations.NullMarked;
