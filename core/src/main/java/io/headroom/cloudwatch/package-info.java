/**
 * Amazon CloudWatch: metrics, statistics over periods, and the alarms that watch them.
 *
 * <p>Publishers {@linkplain io.headroom.cloudwatch.MetricStore#open open} a series and record
 * samples; readers see them once the {@linkplain io.headroom.cloudwatch.Publication publication
 * delay} has passed. An {@link io.headroom.cloudwatch.AlarmSchedule} evaluates {@link
 * io.headroom.cloudwatch.AlarmSpec}s on the simulated clock. Publishing the standard metrics of a
 * service is the task of that service's package.
 *
 * <p>Imports {@code io.headroom.sim} and the JDK; Guava inside, never in a public signature.
 */
@NullMarked
package io.headroom.cloudwatch;

import org.jspecify.annotations.NullMarked;
