package io.headroom.reports;

import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.Obstacle;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One entry of the ledger: what a policy saw, what it wanted, what was done or was in the way. */
final class LedgerText {
  private static final int INDENT = 2;
  private static final int NAMES = 12;
  private static final Pattern STATE = Pattern.compile("[A-Z_]+: ");

  private final Page page;
  private final WallClock clock;
  private final Evidence evidence;

  LedgerText(Page page, WallClock clock) {
    this.page = page;
    this.clock = clock;
    evidence = new Evidence(clock);
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

  private String saw(LedgerEntry entry) {
    String saw = entry.saw().isBlank() ? "nothing" : evidence.shorten(entry.saw());
    return entry
        .alarm()
        .filter(name -> !saw.contains(name))
        .map(name -> Cause.alarm(name) + (STATE.matcher(saw).lookingAt() ? " in " : ": ") + saw)
        .orElse(saw);
  }

  private static String wanted(LedgerEntry entry) {
    String wish =
        entry.wanted().isPresent()
            ? "%s instead of %s".formatted(entry.wanted().getAsInt(), entry.desiredBefore())
            : "no change";
    return entry.reason().isBlank() ? wish : wish + ": " + Evidence.rounded(entry.reason());
  }

  private static String done(LedgerEntry entry) {
    return entry.desiredAfter() == entry.desiredBefore()
        ? "nothing, desired capacity stays " + entry.desiredAfter()
        : "desired capacity %s → %s".formatted(entry.desiredBefore(), entry.desiredAfter());
  }

  private static String obstacles(LedgerEntry entry) {
    return entry.obstacles().equals(List.of(Obstacle.ALREADY_DESIRED))
        ? standing(entry)
        : entry.obstacles().stream().map(Obstacle::words).collect(Collectors.joining(", then "));
  }

  /** An alarm that scales out never takes capacity away, and one that scales in adds none. */
  private static String standing(LedgerEntry entry) {
    int difference = entry.desiredBefore() - entry.wanted().orElse(entry.desiredBefore());
    if (difference == 0) {
      return Obstacle.ALREADY_DESIRED.words();
    }
    return difference > 0
        ? "more is desired already, and it may only scale out"
        : "less is desired already, and it may only scale in";
  }
}
