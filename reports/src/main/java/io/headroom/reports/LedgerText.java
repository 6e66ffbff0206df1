package io.headroom.reports;

import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.Obstacle;
import java.util.stream.Collectors;

/** One entry of the ledger: what a policy saw, what it wanted, what was done or was in the way. */
final class LedgerText {
  private static final int INDENT = 2;
  private static final int NAMES = 12;

  private final Page page;
  private final WallClock clock;

  LedgerText(Page page, WallClock clock) {
    this.page = page;
    this.clock = clock;
  }

  void add(LedgerEntry entry) {
    page.add(
        new Line()
            .add(Ink.STRONG, clock.text(entry.timeNanos()))
            .add(repeated(entry) + "  " + entry.group() + "  ")
            .add(Ink.STRONG, entry.policy()));
    addPart("saw", Ink.PLAIN, saw(entry));
    addPart("wanted", Ink.PLAIN, wanted(entry));
    addPart(
        "done", entry.desiredAfter() == entry.desiredBefore() ? Ink.FAINT : Ink.GOOD, done(entry));
    if (!entry.obstacles().isEmpty()) {
      addPart("in the way", Ink.WARNING, obstacles(entry));
    }
  }

  private String repeated(LedgerEntry entry) {
    return entry.times() == 1
        ? ""
        : " to %s, %s times".formatted(clock.text(entry.lastNanos()), entry.times());
  }

  private void addPart(String name, Ink ink, String words) {
    Line label = Line.of(" ".repeat(INDENT)).add(Ink.FAINT, name).to(INDENT + NAMES);
    page.wrap(label, ink, words);
  }

  private static String saw(LedgerEntry entry) {
    String saw = entry.saw().isBlank() ? "nothing" : entry.saw();
    return entry
        .alarm()
        .filter(name -> !saw.contains(name))
        .map(name -> name + ": " + saw)
        .orElse(saw);
  }

  private static String wanted(LedgerEntry entry) {
    String wish =
        entry.wanted().isPresent()
            ? "%s instead of %s".formatted(entry.wanted().getAsInt(), entry.desiredBefore())
            : "no change";
    return entry.reason().isBlank() ? wish : wish + ": " + entry.reason();
  }

  private static String done(LedgerEntry entry) {
    return entry.desiredAfter() == entry.desiredBefore()
        ? "nothing, desired capacity stays " + entry.desiredAfter()
        : "desired capacity %s → %s".formatted(entry.desiredBefore(), entry.desiredAfter());
  }

  private static String obstacles(LedgerEntry entry) {
    return entry.obstacles().stream().map(Obstacle::words).collect(Collectors.joining(", then "));
  }
}
