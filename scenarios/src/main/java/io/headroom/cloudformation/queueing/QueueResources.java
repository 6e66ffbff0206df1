package io.headroom.cloudformation.queueing;

import io.headroom.cloudformation.resources.ImportContext;
import io.headroom.sqs.QueueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queues of a stack. Not thread-safe. */
public final class QueueResources {
  private final List<QueueDraft> drafts = new ArrayList<>();

  private QueueResources() {}

  /** Reads the queues of a stack. */
  public static QueueResources read(ImportContext context) {
    QueueResources queues = new QueueResources();
    context.read(List.of(new QueueMapper()), queues);
    return queues;
  }

  void add(QueueDraft draft) {
    drafts.add(draft);
  }

  /** Returns the queues, each with its dead-letter queue if the template has that. */
  public List<QueueSpec> specs() {
    List<QueueSpec> specs = new ArrayList<>();
    for (QueueDraft draft : drafts) {
      QueueSpec spec = draft.spec();
      specs.add(
          draft
              .deadLetterArn()
              .flatMap(arn -> named(draft, arn))
              .map(name -> spec.redrive(name, draft.maxReceiveCount()))
              .orElse(spec));
    }
    return specs;
  }

  private Optional<String> named(QueueDraft user, String arn) {
    String awsName = arn.substring(arn.lastIndexOf(':') + 1);
    Optional<String> name =
        drafts.stream()
            .map(QueueDraft::spec)
            .filter(each -> each.awsName().equals(awsName))
            .map(QueueSpec::name)
            .findFirst();
    if (name.isEmpty()) {
      user.source()
          .warning("RedrivePolicy", "the template has no queue '%s'; left out".formatted(awsName));
    }
    return name;
  }
}
