package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.Collection;
import java.util.Set;

/** The functions of the section Rules that ask about the account, which is not known here. */
final class RuleFunctions {

  static final Set<String> NAMES =
      Set.of(
          "Fn::EachMemberIn",
          "Fn::EachMemberEquals",
          "Fn::RefAll",
          "Fn::ValueOf",
          "Fn::ValueOfAll");

  private RuleFunctions() {}

  /** Whether one of the values is such a function itself. */
  static boolean mentionedIn(Collection<TemplateNode> nodes) {
    return nodes.stream()
        .anyMatch(
            node ->
                node instanceof MapNode map
                    && map.entries().keySet().stream().anyMatch(NAMES::contains));
  }
}
