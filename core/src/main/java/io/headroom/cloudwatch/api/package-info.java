/**
 * Requests to CloudWatch as its API takes them, with its checks and error codes: PutMetricData and
 * GetMetricStatistics. Custom publishers and readers in Java come through here; the services of the
 * model publish to the store itself.
 *
 * <p>Imports {@code io.headroom.cloudwatch}, {@code io.headroom.sim} and the JDK; Guava inside.
 */
@NullMarked
package io.headroom.cloudwatch.api;

import org.jspecify.annotations.NullMarked;
