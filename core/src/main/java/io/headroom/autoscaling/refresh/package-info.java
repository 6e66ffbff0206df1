/**
 * Instance refresh: its preferences, batches and checkpoints, and what becomes of one.
 *
 * <p>"Use an instance refresh to update instances in an Auto Scaling group", Amazon EC2 Auto
 * Scaling User Guide. Values and rules without memory; imports {@code autoscaling.replacement} and
 * {@code ec2}.
 */
@NullMarked
package io.headroom.autoscaling.refresh;

import org.jspecify.annotations.NullMarked;
