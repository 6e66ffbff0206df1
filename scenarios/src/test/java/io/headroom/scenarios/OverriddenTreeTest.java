package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problem.Severity;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.TemplateNode;
import io.headroom.cloudformation.template.TemplateReader;
import io.headroom.scenarios.Overrides.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OverriddenTreeTest {
  private static MapNode tree(String yaml) {
    TemplateNode node = new TemplateReader(new Problems(), new Problems()).read(yaml).orElseThrow();
    return (MapNode) node;
  }

  private static OverriddenTree with(String yaml, String key, String value) {
    OverriddenTree tree = new OverriddenTree(tree(yaml));
    tree.set(new Setting("--set " + key, key, value), DottedPath.parse(key));
    return tree;
  }

  @Test
  void path_replacesAValue() {
    OverriddenTree tree = with("{slo: {errors: 1%, latency: {p99: 1s}}}", "slo.latency.p99", "2s");
    assertThat(tree.tree().map("slo").map("latency").text("p99")).hasValue("2s");
    assertThat(tree.tree().map("slo").text("errors")).hasValue("1%");
    assertThat(tree.problems()).isEmpty();
  }

  @Test
  void path_makesTheMapsOnItsWay() {
    OverriddenTree tree = with("{name: x}", "assumptions.elb.latency", "2ms");
    assertThat(tree.tree().map("assumptions").map("elb").text("latency")).hasValue("2ms");
  }

  @Test
  void value_isYaml() {
    OverriddenTree tree = with("{name: x}", "slo", "{latency: {p99: 2s}}");
    assertThat(tree.tree().map("slo").map("latency").text("p99")).hasValue("2s");
  }

  @Test
  void value_thatIsNoYaml_isText() {
    assertThat(with("{name: x}", "name", "@home").tree().text("name")).hasValue("@home");
  }

  @Test
  void position_leadsIntoAList() {
    String yaml = "{workloads: [{to: a}, {to: b}]}";
    for (String key : List.of("workloads.1.to", "workloads[1].to")) {
      OverriddenTree tree = with(yaml, key, "c");
      assertThat(tree.tree().get("workloads").orElseThrow().toString()).contains("text=a");
      assertThat(tree.tree().get("workloads").orElseThrow().toString()).contains("text=c");
      assertThat(tree.tree().get("workloads").orElseThrow().toString()).doesNotContain("text=b");
    }
  }

  @Test
  void position_outsideTheList_isAProblem() {
    OverriddenTree tree = with("{workloads: [{to: a}]}", "workloads.1.to", "c");
    assertThat(tree.problems().get(0).toString())
        .isEqualTo(
            "--set workloads.1.to: workloads.1.to: leads to no value; allowed: the path to a"
                + " value");
  }

  @Test
  void path_throughAPlainValue_isAProblem() {
    assertThat(with("{name: x}", "name.first", "y").problems()).hasSize(1);
  }

  @Test
  void quotedKey_mayHoldDots() {
    OverriddenTree tree = with("{name: x}", "prices.\"m9.large\"", "0.12");
    assertThat(tree.tree().map("prices").text("m9.large")).hasValue("0.12");
  }

  @Test
  void problem_ofAnOverriddenValue_namesTheOption() {
    OverriddenTree tree = with("{workloads: [{to: a}]}", "workloads.0.to", "c");
    Problem below = new Problem(Severity.ERROR, 7, "workloads[0].to", "is wrong");
    Problem beside = new Problem(Severity.ERROR, 7, "workloads[0].total", "is wrong");
    assertThat(tree.located(below, "s.yaml").toString())
        .isEqualTo("--set workloads.0.to: workloads[0].to: is wrong");
    assertThat(tree.located(beside, "s.yaml").toString())
        .isEqualTo("s.yaml:7: workloads[0].total: is wrong");
  }
}
