/**
 * Typed access to the properties of a resolved resource, which records what came of each.
 *
 * <p>Imports {@code template}, {@code stack} and {@code report} of {@code
 * io.headroom.cloudformation}, and the JDK.
 */
@NullMarked
package io.headroom.cloudformation.resources;

import org.jspecify.annotations.NullMarked;
