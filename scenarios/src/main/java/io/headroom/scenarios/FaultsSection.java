package io.headroom.scenarios;

import io.headroom.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code faults: [{at: 14:00, zone: us-east-1b, for: 40m}]}. */
final class FaultsSection {
  private FaultsSection() {}

  static List<Fault> read(Section root, Stack stack) {
    return root.sections("faults").stream().flatMap(item -> fault(item, stack).stream()).toList();
  }

  private static Optional<Fault> fault(Section item, Stack stack) {
    Notation<Duration> notation =
        RunTime.notation(item.start())
            .where(at -> !at.isNegative(), RunTime.ALLOWED + ", not before the start of the run");
    Optional<Duration> at = item.require("at", notation);
    Optional<Duration> length = item.require("for", Notations.POSITIVE_DURATION);
    Optional<String> zone =
        stack.isComplete()
            ? item.require("zone", Notations.word(stack.zones()))
            : item.text("zone");
    at.filter(time -> time.compareTo(item.duration()) >= 0)
        .ifPresent(time -> item.note("at", "the run ends before this fault"));
    return at.isPresent() && length.isPresent() && zone.isPresent()
        ? Optional.of(new Fault(at.get(), length.get(), zone.get()))
        : Optional.empty();
  }
}
