/**
 * What users do to an Auto Scaling group, as values: the operations of the API that a scenario lets
 * happen at set times, and what came of them.
 *
 * <p>Imports {@code autoscaling.lifecycle} and {@code autoscaling.refusal}.
 */
@NullMarked
package io.headroom.autoscaling.operations;

import org.jspecify.annotations.NullMarked;
