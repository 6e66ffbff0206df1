/**
 * Reads queues of Amazon SQS.
 *
 * <p>Imports {@code resources} and {@code template} beside the core.
 */
@NullMarked
package io.headroom.cloudformation.queueing;

import org.jspecify.annotations.NullMarked;
