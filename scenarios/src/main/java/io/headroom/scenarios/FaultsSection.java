package io.headroom.scenarios;

import io.headroom.Fault;
import io.headroom.ec2.PurchaseOption;
import io.headroom.ec2.spot.CapacityShortage;
import io.headroom.ec2.spot.SpotCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code faults}: outages of zones ({@code {at: 14:00, zone: us-east-1b, for: 40m}}),
 * shortages of instances ({@code {at: 14:00, for: 1h, shortage: {type: m5.large, zone: us-east-1b,
 * purchase: spot, instances: 0}}}), and Spot interruptions ({@code {at: 14:00, spotInterruption:
 * {zone: us-east-1b, share: 50%, lead: 5m}}}).
 */
final class FaultsSection {
  private static final Notation<PurchaseOption> PURCHASE =
      Notations.word(Map.of("on-demand", PurchaseOption.ON_DEMAND, "spot", PurchaseOption.SPOT));

  private static final Notation<Double> SOME =
      Notations.SHARE.where(share -> share > 0, "a share above zero such as 50%, up to 100%");

  private final Stack stack;

  private FaultsSection(Stack stack) {
    this.stack = stack;
  }

  static List<Fault> read(Section root, Stack stack) {
    FaultsSection reader = new FaultsSection(stack);
    return root.sections("faults").stream().flatMap(item -> reader.fault(item).stream()).toList();
  }

  private Optional<Fault> fault(Section item) {
    Notation<Duration> time =
        RunTime.notation(item.start())
            .where(at -> !at.isNegative(), RunTime.ALLOWED + ", not before the start of the run");
    Optional<Duration> at = item.require("at", time);
    at.filter(due -> due.compareTo(item.duration()) >= 0)
        .ifPresent(due -> item.note("at", "the run ends before this fault"));
    if (item.has("spotInterruption")) {
      return interruption(item, at);
    }
    Optional<Duration> length = item.require("for", Notations.POSITIVE_DURATION);
    return item.has("shortage") ? shortage(item, at, length) : outage(item, at, length);
  }

  private Optional<Fault> outage(Section item, Optional<Duration> at, Optional<Duration> length) {
    Optional<String> zone =
        stack.isComplete() ? item.require("zone", Notations.word(stack.zones())) : zone(item);
    return at.isPresent() && length.isPresent() && zone.isPresent()
        ? Optional.of(new Fault.ZoneOutage(at.get(), length.get(), zone.get()))
        : Optional.empty();
  }

  private Optional<Fault> shortage(Section item, Optional<Duration> at, Optional<Duration> length) {
    Optional<CapacityShortage> shortage = item.section("shortage").map(this::shortage);
    return at.isPresent() && length.isPresent() && shortage.isPresent()
        ? Optional.of(new Fault.Shortage(at.get(), length.get(), shortage.get()))
        : Optional.empty();
  }

  private CapacityShortage shortage(Section section) {
    return new CapacityShortage(
        SpotSection.type(section),
        zone(section),
        section.read("purchase", PURCHASE),
        section.read("instances", SpotSection.COUNT).orElse(0));
  }

  private Optional<Fault> interruption(Section item, Optional<Duration> at) {
    Optional<SpotCall> call =
        item.section("spotInterruption")
            .map(
                section ->
                    new SpotCall(
                        SpotSection.type(section),
                        zone(section),
                        section.read("share", SOME).orElse(1.0),
                        section.duration("lead", Duration.ZERO)));
    return at.isPresent() && call.isPresent()
        ? Optional.of(new Fault.SpotInterruption(at.get(), call.get()))
        : Optional.empty();
  }

  private Optional<String> zone(Section section) {
    return stack.isComplete()
        ? section.read("zone", Notations.word(stack.zones()))
        : section.text("zone");
  }
}
