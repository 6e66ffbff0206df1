/**
 * Composite alarms: alarms whose state follows from the states of other alarms by a rule, and whose
 * actions another alarm can suppress.
 *
 * <p>"Composite alarms" and "Composite alarm action suppression", Amazon CloudWatch User Guide.
 * Imports {@code cloudwatch}, {@code sim} and the JDK; Guava inside, never in a public signature.
 */
@NullMarked
package io.headroom.cloudwatch.composite;

import org.jspecify.annotations.NullMarked;
