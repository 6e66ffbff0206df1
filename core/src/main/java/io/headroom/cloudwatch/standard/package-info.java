/**
 * The catalogue of the metrics that AWS's services publish, with what Headroom emits of them.
 *
 * <p>Imports {@code io.headroom.cloudwatch} and the JDK; Guava inside.
 */
@NullMarked
package io.headroom.cloudwatch.standard;

import org.jspecify.annotations.NullMarked;
