package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Functions that give a text: Join, Base64, ToJsonString. */
final class TextFunctions {

  private TextFunctions() {}

  static Optional<TemplateNode> join(TemplateNode argument, Evaluator evaluator) {
    Optional<List<TemplateNode>> arguments = evaluator.arguments(argument, 2, 2);
    if (arguments.isEmpty()) {
      return Optional.of(Evaluator.unknown("Fn::Join", argument));
    }
    String delimiter = evaluator.text(arguments.get().get(0)).text();
    List<TemplateNode> items = evaluator.list(arguments.get().get(1)).items();
    String text =
        items.stream()
            .map(item -> item(item, delimiter, evaluator))
            .collect(Collectors.joining(delimiter));
    Origin origin = items.stream().map(TemplateNode::origin).reduce(Origin.GIVEN, Origin::and);
    ScalarNode whole = ScalarNode.of(text, origin, argument.line());
    return Optional.of(DynamicReferences.resolve(whole, evaluator.scope().options()));
  }

  /** The items may hold lists again, where a parameter of a list type stands among texts. */
  private static String item(TemplateNode item, String delimiter, Evaluator evaluator) {
    if (item instanceof ScalarNode scalar) {
      return scalar.canonicalText();
    }
    if (item instanceof ListNode list) {
      return list.items().stream()
          .map(each -> item(each, delimiter, evaluator))
          .collect(Collectors.joining(delimiter));
    }
    evaluator.site(item).error("Fn::Join takes texts, found " + item.kindName());
    return "";
  }

  static Optional<TemplateNode> base64(TemplateNode argument, Evaluator evaluator) {
    ScalarNode text = evaluator.text(argument);
    byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(bytes);
    return Optional.of(ScalarNode.of(encoded, text.origin(), argument.line()));
  }

  static Optional<TemplateNode> toJsonString(TemplateNode argument, Evaluator evaluator) {
    return evaluator
        .evaluate(argument)
        .map(value -> ScalarNode.of(JsonText.of(value), value.origin(), argument.line()));
  }
}
