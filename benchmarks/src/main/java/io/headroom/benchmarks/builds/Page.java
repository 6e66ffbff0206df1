package io.headroom.benchmarks.builds;

import io.headroom.benchmarks.builds.SignTest.Verdict;
import io.headroom.benchmarks.race.Spread;
import io.headroom.benchmarks.race.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A comparison as a page in Markdown: the outcome, the table, how to read it. */
final class Page {
  private final Comparison comparison;

  Page(Comparison comparison) {
    this.comparison = comparison;
  }

  String text() {
    List<String> parts = new ArrayList<>();
    parts.add("### " + outcome());
    parts.add("before: `%s`  \nafter: `%s`".formatted(comparison.before(), comparison.after()));
    parts.add(table().toString().stripTrailing());
    addFindings(parts);
    parts.add(legend());
    return String.join("\n\n", parts) + "\n";
  }

  private String outcome() {
    if (comparison.count(Verdict.TOO_FEW_ROUNDS) > 0) {
      return "Too few rounds to tell: %d, and %s".formatted(comparison.test().rounds(), enough());
    }
    long cases = comparison.cases().stream().filter(each -> !each.isControl()).count();
    return "Of %s, %d slower and %d faster beyond the noise"
        .formatted(
            count(cases, "case"),
            comparison.count(Verdict.SLOWER),
            comparison.count(Verdict.FASTER));
  }

  private String enough() {
    int cases = comparison.test().cases();
    return "%s %s at least %d"
        .formatted(
            count(cases, "case"), cases == 1 ? "needs" : "need", SignTest.leastRounds(cases));
  }

  private static String count(long number, String noun) {
    return number == 1 ? "1 " + noun : number + " " + noun + "s";
  }

  private Table table() {
    Table table =
        new Table(
            "case",
            "before, ns",
            "after, ns",
            "time, after : before",
            "slower in",
            "wall time",
            "bytes",
            "verdict");
    for (Case each : comparison.cases()) {
      List<Double> ratios = each.ratios(Sample::cpuNanosPerUnit);
      table.add(
          each.title(),
          each.spread(Pair::before, Sample::cpuNanosPerUnit).text(),
          each.spread(Pair::after, Sample::cpuNanosPerUnit).text(),
          Spread.of(ratios).text(),
          "%d of %d".formatted(ratios.stream().filter(r -> r > 1).count(), ratios.size()),
          Spread.digits(Spread.of(each.ratios(Sample::wallNanosPerUnit)).median()),
          bytes(each),
          verdict(each));
    }
    return table;
  }

  private static String bytes(Case each) {
    String before = Spread.digits(each.spread(Pair::before, Sample::bytesPerUnit).median());
    String after = Spread.digits(each.spread(Pair::after, Sample::bytesPerUnit).median());
    return before.equals(after) ? before : before + " → " + after;
  }

  private String verdict(Case each) {
    double percent = 100 * (Spread.of(each.ratios(Sample::cpuNanosPerUnit)).median() - 1);
    Verdict verdict = comparison.verdict(each);
    String words =
        switch (verdict) {
          case SLOWER -> String.format(Locale.ROOT, "**slower** by %.1f %%", percent);
          case FASTER -> String.format(Locale.ROOT, "faster by %.1f %%", -percent);
          case NO_DIFFERENCE, TOO_FEW_ROUNDS -> verdict.words();
        };
    return each.differences().isEmpty() ? words : words + ", other results";
  }

  private void addFindings(List<String> parts) {
    List<String> findings = new ArrayList<>();
    for (Case each : comparison.cases()) {
      for (String what : each.differences()) {
        findings.add("- other results, %s: %s".formatted(each.title(), what));
      }
      for (String what : each.unsteady()) {
        findings.add("- not the same in every run, %s: %s".formatted(each.title(), what));
      }
    }
    for (String name : comparison.onlyInOne()) {
      findings.add("- only one of the builds has it, not measured: " + name);
    }
    if (findings.isEmpty()) {
      findings.add("Both builds simulated the same: all counts, means and percentiles are equal.");
    }
    parts.add(String.join("\n", findings));
  }

  private String legend() {
    Set<String> units = new LinkedHashSet<>();
    comparison.cases().forEach(each -> units.add(each.unit()));
    return """
    How to read it: the median, in brackets the smallest and the largest round.

    - before, after: processor time of the simulating thread for one unit of work (%s); bytes
      are what it allocates for one. Their spread is that of the machine: look at the ratios.
    - time, after : before: above 1 the new build is slower. A round is a JVM in which both
      builds take turns, its ratio the median of the turns.
    - wall time: the same ratio with garbage collection and all else in it; not judged.
    - verdict: %s\
    """
        .formatted(String.join(", ", units), rule());
  }

  private String rule() {
    SignTest test = comparison.test();
    if (test.needed() > test.rounds()) {
      return "none, for " + enough();
    }
    return """
    slower or faster if %d of %d rounds say so (sign test). If no case differs, the
      chance that any gets such a verdict all the same is at most 5 %%.\
    """
        .formatted(test.needed(), test.rounds());
  }
}
