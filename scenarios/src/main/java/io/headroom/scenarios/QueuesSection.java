package io.headroom.scenarios;

import io.headroom.sqs.PollerSpec;
import io.headroom.sqs.QueueSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads {@code queues: {Jobs: {group: WorkerGroup, workers: 2, batch: 10, wait: 20s, idle: 1s}}},
 * which says whose instances work on a queue of the template.
 */
final class QueuesSection {
  private static final Notation<Integer> WORKERS =
      Notations.WHOLE
          .where(count -> count >= 1 && count <= 1_000, "a whole number from 1 to 1000")
          .map(Math::toIntExact);

  private static final Notation<Integer> BATCH =
      Notations.WHOLE
          .where(count -> count >= 1 && count <= 10, "a whole number from 1 to 10")
          .map(Math::toIntExact);

  private static final Notation<Duration> WAIT =
      Notations.DURATION.where(
          wait -> wait.compareTo(Duration.ofSeconds(20)) <= 0, "a duration from 0s to 20s");

  private QueuesSection() {}

  static List<PollerSpec> read(Section root, Stack stack) {
    List<PollerSpec> pollers = new ArrayList<>();
    Optional<Section> section = root.section("queues");
    if (section.isPresent()) {
      List<String> known = stack.queues().stream().map(QueueSpec::name).toList();
      for (String name : section.get().keys()) {
        if (stack.isComplete() && !known.contains(name)) {
          section.get().problem(name, "is no queue of the template; allowed: " + known);
        }
        section
            .get()
            .section(name)
            .flatMap(each -> poller(each, name, stack))
            .ifPresent(pollers::add);
      }
    }
    return pollers;
  }

  private static Optional<PollerSpec> poller(Section section, String queue, Stack stack) {
    PollerSpec defaults = PollerSpec.of("", queue);
    Optional<Integer> workers = section.read("workers", WORKERS);
    int batch = section.read("batch", BATCH).orElse(defaults.batch());
    Optional<Duration> wait = section.read("wait", WAIT);
    Duration idle = section.positive("idle", defaults.idle());
    if (!stack.isComplete()) {
      section.text("group");
      return Optional.empty();
    }
    return section
        .require("group", Notations.word(List.copyOf(stack.groups().keySet())))
        .map(
            group ->
                new PollerSpec(
                    Objects.requireNonNull(stack.groups().get(group)).name(),
                    queue,
                    workers.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                    batch,
                    wait,
                    idle));
  }
}
