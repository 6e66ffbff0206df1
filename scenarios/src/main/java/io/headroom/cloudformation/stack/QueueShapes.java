package io.headroom.cloudformation.stack;

import static io.headroom.cloudformation.stack.StackResource.made;

import io.headroom.cloudformation.template.ScalarNode;
import java.util.Map;

/** Physical ids of queues. */
final class QueueShapes {
  static final Map<String, ResourceShape> BY_TYPE = Map.of("AWS::SQS::Queue", queue());

  private QueueShapes() {}

  private static ResourceShape queue() {
    return ResourceShape.of(QueueShapes::url)
        .with("QueueUrl", QueueShapes::url)
        .with("QueueName", resource -> resource.name("QueueName"))
        .with("Arn", QueueShapes::arn);
  }

  private static ScalarNode url(StackResource resource) {
    ScalarNode name = resource.name("QueueName");
    return made("https://sqs.amazonaws.com/queues/" + name.text(), name);
  }

  private static ScalarNode arn(StackResource resource) {
    ScalarNode name = resource.name("QueueName");
    return made(resource.names().arn("sqs", name.text()), name);
  }
}
