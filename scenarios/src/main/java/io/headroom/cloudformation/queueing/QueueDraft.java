package io.headroom.cloudformation.queueing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.sqs.QueueSpec;
import java.util.Optional;

/**
 * A queue while the others are read.
 *
 * @param source where it stands
 * @param spec the queue without its redrive policy
 * @param deadLetterArn the queue that takes what is received too often
 * @param maxReceiveCount how often that is
 */
record QueueDraft(
    Properties source, QueueSpec spec, Optional<String> deadLetterArn, int maxReceiveCount) {}
