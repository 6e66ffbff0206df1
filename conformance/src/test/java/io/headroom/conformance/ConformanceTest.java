package io.headroom.conformance;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.Multimaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Holds the rules' catalogue, the tests' annotations and the document together. With {@code
 * -Dheadroom.conformance.write=true} it writes the document instead of comparing it.
 */
final class ConformanceTest {

  private static final Path ROOT = Path.of(System.getProperty("headroom.root", ".."));
  private static final Path DOCUMENT = ROOT.resolve("docs/conformance.md");
  private static final String RENEW =
      "docs/conformance.md is out of date; this renews it: mvn test -pl conformance -am"
          + " -Dtest=ConformanceTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dheadroom.conformance.write=true";

  private final RuleCatalogue catalogue = RuleCatalogue.read(ROOT.resolve("docs/rules.tsv"));
  private final RuleTests tests = RuleTests.under(ROOT);

  ConformanceTest() throws IOException {}

  @Test
  void annotations_nameRulesOfTheCatalogue() {
    assertWithMessage("tests that name a rule which docs/rules.tsv lacks")
        .that(Multimaps.filterKeys(tests.byRule(), id -> !catalogue.ids().contains(id)))
        .isEmpty();
  }

  @Test
  void differences_areTested() {
    assertWithMessage("rules that docs/rules.tsv says differ, and no test checks")
        .that(
            catalogue
                .rules()
                .filter(rule -> rule.difference().isPresent())
                .map(CataloguedRule::id)
                .filter(id -> tests.of(id).isEmpty())
                .toList())
        .isEmpty();
  }

  @Test
  void document_saysWhatTheTestsCheck() throws IOException {
    String current = new ConformanceDocument(catalogue, tests).text();
    if (Boolean.getBoolean("headroom.conformance.write")) {
      Files.writeString(DOCUMENT, current);
    }
    assertWithMessage(RENEW).that(Files.readString(DOCUMENT)).isEqualTo(current);
  }
}
