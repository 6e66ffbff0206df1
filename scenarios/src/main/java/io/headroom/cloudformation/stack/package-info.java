/**
 * A template becomes a stack: parameters get values, conditions are decided, functions are replaced
 * by what they give, and each resource gets its physical name.
 *
 * <p>Imports {@code io.headroom.cloudformation.template} and the JDK. What the resources mean to
 * the simulation is decided in {@code io.headroom.cloudformation}.
 */
@NullMarked
package io.headroom.cloudformation.stack;

import org.jspecify.annotations.NullMarked;
