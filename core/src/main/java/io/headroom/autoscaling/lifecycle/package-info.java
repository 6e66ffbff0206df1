/**
 * The life of one instance of an Auto Scaling group: its states and the moves between them, why it
 * leaves, lifecycle hooks and their clocks, warm pools, and the processes of a group that can be
 * suspended. Values and small machines without a group.
 *
 * <p>Imports {@code sim}.
 */
@NullMarked
package io.headroom.autoscaling.lifecycle;

import org.jspecify.annotations.NullMarked;
