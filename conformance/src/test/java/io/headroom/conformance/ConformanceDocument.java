package io.headroom.conformance;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;

/** The text of {@code docs/conformance.md}: every rule, the tests that check it, and its state. */
final class ConformanceDocument {

  private static final String HEAD =
      """
      # Conformance

      What the simulator does of what AWS does, rule by rule. The specifications number the \
      rules; a test
      that checks one names it with `@Rule`. The build writes this file from \
      `docs/rules.tsv` and those
      annotations, and fails where it is out of date.

      A rule *holds* when it is modelled and tested; it *differs* when the simulator \
      departs from it on
      purpose; all others are *not modelled*.

      | specification | rules | hold | differ | not modelled |
      |---|--:|--:|--:|--:|
      """;

  private final RuleCatalogue catalogue;
  private final RuleTests tests;

  ConformanceDocument(RuleCatalogue catalogue, RuleTests tests) {
    this.catalogue = catalogue;
    this.tests = tests;
  }

  /** The whole document, in Markdown. */
  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    specs().forEach(spec -> text.append(total(spec)));
    specs().forEach(spec -> text.append(chapter(spec)));
    return text.toString();
  }

  private ImmutableSet<String> specs() {
    return catalogue.sections().stream()
        .map(RuleCatalogue.Section::spec)
        .collect(ImmutableSet.toImmutableSet());
  }

  private String total(String spec) {
    return row(
        "[" + spec + "](#" + spec + ")",
        String.valueOf(catalogue.rules().filter(rule -> rule.id().spec().equals(spec)).count()),
        count(spec, RuleState.HOLDS),
        count(spec, RuleState.DIFFERS),
        count(spec, RuleState.NOT_MODELLED));
  }

  private String count(String spec, RuleState state) {
    return String.valueOf(
        catalogue
            .rules()
            .filter(rule -> rule.id().spec().equals(spec) && state(rule) == state)
            .count());
  }

  private String chapter(String spec) {
    return catalogue.sections().stream()
        .filter(section -> section.spec().equals(spec))
        .map(this::section)
        .collect(joining("", "\n## " + spec + "\n", ""));
  }

  private String section(RuleCatalogue.Section section) {
    String head =
        "\n### " + section.title() + "\n\n| rule | meaning | tests | state |\n|---|---|---|---|\n";
    return section.rules().stream().map(this::line).collect(joining("", head, ""));
  }

  private String line(CataloguedRule rule) {
    RuleState state = state(rule);
    String reason = rule.reason(state);
    return row(
        rule.id().place(),
        rule.meaning(),
        links(tests.of(rule.id())),
        reason.isEmpty() ? state.toString() : state + ": " + reason);
  }

  private RuleState state(CataloguedRule rule) {
    return rule.state(!tests.of(rule.id()).isEmpty());
  }

  private static String links(Collection<RuleTests.TestClass> tests) {
    return tests.stream()
        .map(test -> "[" + test.name() + "](../" + test.source() + ")")
        .collect(joining(", "));
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    return row.append('\n').toString();
  }
}
