/**
 * Custom termination policies: a function of the user that is asked which instances may leave, what
 * it is told, and how plug-ins stand for it.
 *
 * <p>Imports {@code ec2} and {@code sim}.
 */
@NullMarked
package io.headroom.autoscaling.termination;

import org.jspecify.annotations.NullMarked;
