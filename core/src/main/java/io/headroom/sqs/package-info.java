/**
 * Queues in the manner of Amazon SQS: messages arrive, instances poll, what is not deleted in time
 * is delivered again.
 *
 * <p>Imports {@code sim}, {@code cloudwatch}, {@code workload} and {@code ec2}.
 */
@NullMarked
package io.headroom.sqs;

import org.jspecify.annotations.NullMarked;
