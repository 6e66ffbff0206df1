package io.headroom.conformance;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleCatalogueTest {

  private static final String HEADER = "spec\tplace\tmeaning\tstate\treason";
  private static final String SECTION = "elb\t*\tHealth checks\t\tlater";

  @Test
  void section_givesItsReasonToRulesWithoutOne() {
    RuleCatalogue catalogue = parse(SECTION, "elb\tHC-1\tfixed grid\t\t", "elb\tHC-2\ta\t\tnever");

    assertThat(catalogue.rules().map(CataloguedRule::absence).toList())
        .containsExactly("later", "never")
        .inOrder();
  }

  @Test
  void state_followsFromTests() {
    CataloguedRule rule = parse(SECTION, "elb\tHC-1\tfixed grid\t\t").rules().findFirst().get();

    assertThat(rule.state(true)).isEqualTo(RuleState.HOLDS);
    assertThat(rule.state(false)).isEqualTo(RuleState.NOT_MODELLED);
  }

  @Test
  void difference_isKeptWithItsReason() {
    CataloguedRule rule =
        parse(SECTION, "elb\tHC-1\tfixed grid\tdiffers\tno nodes").rules().findFirst().get();

    assertThat(rule.state(true)).isEqualTo(RuleState.DIFFERS);
    assertThat(rule.reason(RuleState.DIFFERS)).isEqualTo("no nodes");
  }

  @Test
  void repeatedRule_isRefusedWithItsLine() {
    assertRefused(
        "rule catalogue, line 4: repeats elb HC-1",
        SECTION,
        "elb\tHC-1\tfixed grid\t\t",
        "elb\tHC-1\tagain\t\t");
  }

  @Test
  void ruleOfAnotherSpecification_isRefused() {
    assertRefused(
        "rule catalogue, line 3: stands outside of its specification's sections",
        SECTION,
        "ec2\tNM-1\tfamily\t\t");
  }

  @Test
  void differenceWithoutReason_isRefused() {
    assertRefused(
        "rule catalogue, line 3: gives no reason, nor does its section",
        SECTION,
        "elb\tHC-1\tfixed grid\tdiffers\t");
  }

  @Test
  void missingColumn_isRefused() {
    assertRefused(
        "rule catalogue, line 3: needs 5 columns, has 3", SECTION, "elb\tHC-1\tfixed grid");
  }

  private static RuleCatalogue parse(String... lines) {
    return RuleCatalogue.parse(withHeader(lines));
  }

  private static void assertRefused(String message, String... lines) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> RuleCatalogue.parse(withHeader(lines)));
    assertThat(refusal).hasMessageThat().isEqualTo(message);
  }

  private static List<String> withHeader(String... lines) {
    return List.of((HEADER + "\n" + String.join("\n", lines)).split("\n", -1));
  }
}
