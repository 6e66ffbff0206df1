/**
 * CloudFormation templates as the model of a simulation: template in, parts of a scenario and an
 * import report out.
 *
 * <p>{@code template} reads the text, {@code stack} evaluates it, {@code resources} gives typed
 * access to properties and {@code report} keeps what came of them; {@code network}, {@code launch},
 * {@code balancing} and {@code scaling} read the resources of their families. Each imports those
 * before it, this package all of them.
 */
@NullMarked
package io.headroom.cloudformation;

import org.jspecify.annotations.NullMarked;
