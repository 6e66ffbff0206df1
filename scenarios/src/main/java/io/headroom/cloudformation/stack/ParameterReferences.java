package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.Nearest;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of parameters and pseudo parameters, which is all that conditions, rules and loops see.
 *
 * <p>Source: AWS CloudFormation User Guide, "Pseudo parameters reference".
 */
final class ParameterReferences implements References {

  static final String NO_VALUE = "AWS::NoValue";

  private static final List<String> PSEUDO =
      List.of(
          "AWS::AccountId",
          "AWS::NotificationARNs",
          NO_VALUE,
          "AWS::Partition",
          "AWS::Region",
          "AWS::StackId",
          "AWS::StackName",
          "AWS::URLSuffix");

  private final Map<String, TemplateNode> parameters;
  private final PhysicalNames names;

  ParameterReferences(Map<String, TemplateNode> parameters, PhysicalNames names) {
    this.parameters = parameters;
    this.names = names;
  }

  boolean knows(String name) {
    return parameters.containsKey(name) || PSEUDO.contains(name);
  }

  /** The names that a reference may have been meant to have. */
  Collection<String> known() {
    return parameters.keySet();
  }

  @Override
  public Optional<TemplateNode> ref(String name, Site site) {
    TemplateNode parameter = parameters.get(name);
    if (parameter != null) {
      return Optional.of(parameter.atLine(site.line()));
    }
    if (name.equals(NO_VALUE)) {
      return Optional.empty();
    }
    if (name.equals("AWS::NotificationARNs")) {
      return Optional.of(new ListNode(List.of(), site.line()));
    }
    return Optional.of(
        pseudo(name)
            .map(value -> ScalarNode.of(value, site.line()))
            .orElseGet(() -> unknown(name, site)));
  }

  private Optional<String> pseudo(String name) {
    TemplateOptions options = names.options();
    return switch (name) {
      case "AWS::AccountId" -> Optional.of(options.accountId());
      case "AWS::Partition" -> Optional.of(names.partition());
      case "AWS::Region" -> Optional.of(options.region());
      case "AWS::StackId" -> Optional.of(names.stackId());
      case "AWS::StackName" -> Optional.of(options.stackName());
      case "AWS::URLSuffix" -> Optional.of(names.urlSuffix());
      default -> Optional.empty();
    };
  }

  private ScalarNode unknown(String name, Site site) {
    Collection<String> candidates = name.startsWith("AWS::") ? PSEUDO : known();
    site.error("there is no parameter " + name + Nearest.hint(name, candidates));
    return ScalarNode.of(name, Origin.unknown("there is no parameter " + name), site.line());
  }

  @Override
  public TemplateNode attribute(String logicalId, String attribute, Site site) {
    String reference = logicalId + "." + attribute;
    site.error("no resource can be referred to here, found Fn::GetAtt " + reference);
    return ScalarNode.of(reference, Origin.unknown("a resource's attribute"), site.line());
  }
}
