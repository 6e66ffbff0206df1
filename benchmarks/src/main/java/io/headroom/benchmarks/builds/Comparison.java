package io.headroom.benchmarks.builds;

import io.headroom.benchmarks.builds.SignTest.Verdict;
import io.headroom.benchmarks.race.Spread;
import java.nio.file.Path;
import java.util.List;

/** What came of a match. */
public final class Comparison {
  private final Path before;
  private final Path after;
  private final SignTest test;
  private final List<Case> cases;
  private final List<String> onlyInOne;

  Comparison(Path before, Path after, SignTest test, List<Case> cases, List<String> onlyInOne) {
    this.before = before;
    this.after = after;
    this.test = test;
    this.cases = cases;
    this.onlyInOne = onlyInOne;
  }

  Path before() {
    return before;
  }

  Path after() {
    return after;
  }

  SignTest test() {
    return test;
  }

  /** Returns the cases, with the controls after them if there are any. */
  List<Case> cases() {
    return cases;
  }

  /** Returns the names of the cases that only one build has, which were not measured. */
  List<String> onlyInOne() {
    return onlyInOne;
  }

  Verdict verdict(Case each) {
    return test.verdict(each.ratios(Sample::cpuNanosPerUnit));
  }

  /** Returns how many cases have a verdict, without the controls. */
  long count(Verdict verdict) {
    return cases.stream().filter(c -> !c.isControl() && verdict(c) == verdict).count();
  }

  /** Returns whether some case is slower beyond the noise, and by more than so many percent. */
  public boolean isSlowerBy(double percent) {
    return cases.stream()
        .filter(each -> !each.isControl() && verdict(each) == Verdict.SLOWER)
        .map(each -> Spread.of(each.ratios(Sample::cpuNanosPerUnit)).median())
        .anyMatch(ratio -> ratio > 1 + percent / 100);
  }

  /** Returns a page in Markdown, which a terminal shows well too. */
  public String page() {
    return new Page(this).text();
  }

  /** Returns all figures as JSON; ratios are those of the rounds, in their order. */
  public String json() {
    return new ComparisonJson(this).text();
  }
}
