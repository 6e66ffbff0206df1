package io.headroom.cloudformation.queueing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.sqs.QueueSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads {@code AWS::SQS::Queue}.
 *
 * <p>"AWS::SQS::Queue", AWS CloudFormation Template Reference.
 */
final class QueueMapper implements ResourceMapper<QueueResources> {
  private static final int MOST_RECEIVES = 1_000;

  @Override
  public String type() {
    return "AWS::SQS::Queue";
  }

  @Override
  public void read(Properties queue, QueueResources queues) {
    QueueSpec defaults = QueueSpec.of(queue.logicalId());
    QueueSpec spec =
        new QueueSpec(
            queue.logicalId(),
            awsName(queue),
            seconds(queue, "VisibilityTimeout", defaults.visibilityTimeout(), 43_200),
            seconds(queue, "DelaySeconds", defaults.delay(), 900),
            seconds(queue, "MessageRetentionPeriod", defaults.retention(), 1_209_600),
            seconds(queue, "ReceiveMessageWaitTimeSeconds", defaults.waitTime(), 20),
            Optional.empty());
    if (queue.flag("FifoQueue", false)) {
      queue.warning("FifoQueue", "simulated as a standard queue");
    }
    queue.ignore(
        "QueueName",
        "ContentBasedDeduplication",
        "DeduplicationScope",
        "FifoThroughputLimit",
        "KmsDataKeyReusePeriodSeconds",
        "KmsMasterKeyId",
        "MaximumMessageSize",
        "RedriveAllowPolicy",
        "SqsManagedSseEnabled",
        "Tags");
    queues.add(redriven(queue, spec));
  }

  /** The queue's name is the last part of its URL, which Ref gives. */
  private static String awsName(Properties queue) {
    String url = queue.ref();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static QueueDraft redriven(Properties queue, QueueSpec spec) {
    if (!queue.has("RedrivePolicy")) {
      return new QueueDraft(queue, spec, Optional.empty(), 1);
    }
    Properties policy = queue.map("RedrivePolicy");
    int receives = policy.integer("maxReceiveCount", MOST_RECEIVES, 1, MOST_RECEIVES);
    return new QueueDraft(queue, spec, policy.text("deadLetterTargetArn"), receives);
  }

  private static Duration seconds(
      Properties queue, String key, Duration fallback, int mostSeconds) {
    int least = key.equals("MessageRetentionPeriod") ? 60 : 0;
    return Duration.ofSeconds(queue.integer(key, (int) fallback.toSeconds(), least, mostSeconds));
  }
}
