package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions that give the value of something named elsewhere: Ref, GetAtt, ImportValue. */
final class ReferenceFunctions {

  private ReferenceFunctions() {}

  static Optional<TemplateNode> ref(TemplateNode argument, Evaluator evaluator) {
    if (argument instanceof ScalarNode name) {
      return evaluator.references().ref(name.text(), evaluator.site(argument));
    }
    if (argument instanceof MapNode) {
      // With AWS::LanguageExtensions a function may give the name.
      ScalarNode name = evaluator.text(argument);
      return evaluator.references().ref(name.text(), evaluator.site(argument));
    }
    evaluator.site(argument).error("Ref takes a name, found " + argument.kindName());
    return Optional.of(Evaluator.unknown("Ref", argument));
  }

  /** A text is split at its first dot only: an attribute may have dots of its own. */
  static Optional<TemplateNode> getAtt(TemplateNode argument, Evaluator evaluator) {
    List<String> parts = new ArrayList<>();
    if (argument instanceof ScalarNode scalar) {
      parts.addAll(List.of(scalar.text().split("\\.", 2)));
    } else if (argument instanceof ListNode list) {
      list.items().forEach(item -> parts.add(evaluator.text(item).text()));
    }
    if (parts.size() < 2) {
      evaluator.site(argument).error("Fn::GetAtt takes a resource and an attribute");
      return Optional.of(Evaluator.unknown("Fn::GetAtt", argument));
    }
    String attribute = String.join(".", parts.subList(1, parts.size()));
    Site site = evaluator.site(argument);
    return Optional.of(evaluator.references().attribute(parts.get(0), attribute, site));
  }

  static Optional<TemplateNode> importValue(TemplateNode argument, Evaluator evaluator) {
    ScalarNode name = evaluator.text(argument);
    String value = evaluator.scope().options().imports().get(name.text());
    if (value != null) {
      return Optional.of(ScalarNode.of(value, argument.line()));
    }
    String reason = "the export " + name.text() + " of another stack was not given";
    if (evaluator.scope().missingImports().add(name.text())) {
      evaluator.site(argument).note(reason);
    }
    return Optional.of(
        ScalarNode.of("import-" + name.text(), Origin.unknown(reason), argument.line()));
  }
}
