/**
 * What users do to an Auto Scaling group, as values: the operations of the API that a scenario lets
 * happen at set times, and what came of them.
 *
 * <p>Imports {@code autoscaling.fleet}, {@code autoscaling.lifecycle}, {@code autoscaling.refresh},
 * {@code autoscaling.refusal} and {@code autoscaling.replacement}.
 */
@NullMarked
package io.headroom.autoscaling.operations;

import org.jspecify.annotations.NullMarked;
