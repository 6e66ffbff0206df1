package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.Template;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.List;

/** A resolved template whose values a test looks at. */
record Probe(ResolvedStack stack, List<Problem> problems) {

  static Probe of(String template) {
    return of(template, TemplateOptions.defaults());
  }

  static Probe of(String template, TemplateOptions options) {
    Problems problems = new Problems();
    Template read = Template.parse("test.yaml", template);
    return new Probe(ResolvedStack.of(read, options, problems), problems.list());
  }

  /** Resolves a template with one property V that has this value, in YAML on one line. */
  static Probe value(String yaml) {
    return of(withProbe("", yaml));
  }

  /** A template with the sections given and a resource P whose property V has this value. */
  static String withProbe(String sections, String yaml) {
    return sections
        + "Resources:\n  P:\n    Type: Test::Probe\n    Properties:\n      V: "
        + yaml
        + "\n";
  }

  MapNode properties(String logicalId) {
    return stack.resource(logicalId).orElseThrow().properties();
  }

  TemplateNode node() {
    return properties("P").get("V").orElseThrow();
  }

  String text() {
    return ((ScalarNode) node()).text();
  }

  List<String> texts() {
    return ((ListNode) node()).items().stream().map(item -> ((ScalarNode) item).text()).toList();
  }

  List<String> errors() {
    return problems.stream().filter(Problem::isError).map(Problem::toString).toList();
  }

  List<String> messages() {
    return problems.stream().map(Problem::toString).toList();
  }
}
