package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes values for parameters that have none. The service refuses such a template; for a simulation
 * the identifier of a subnet does not matter, while a bare number may: that is marked as unknown,
 * and whoever needs it asks the user.
 */
final class ParameterSynthesis {

  private final PhysicalNames names;
  private int nextZone;

  ParameterSynthesis(PhysicalNames names) {
    this.names = names;
  }

  TemplateNode value(ParameterDeclaration declaration) {
    TemplateNode value =
        declaration.type().isFromSsm()
            ? ssmValue(declaration, ScalarNode.of(declaration.name(), declaration.site().line()))
            : direct(declaration);
    report(declaration, value);
    return value;
  }

  private TemplateNode direct(ParameterDeclaration declaration) {
    int line = declaration.site().line();
    if (!declaration.type().list()) {
      return item(declaration, declaration.name(), nextZone(declaration));
    }
    List<TemplateNode> items = new ArrayList<>();
    for (int i = 0; i < names.options().zones(); i++) {
      items.add(item(declaration, declaration.name() + "-" + (i + 1), i));
    }
    return new ListNode(items, line);
  }

  private int nextZone(ParameterDeclaration declaration) {
    return declaration.type().item().equals("AWS::EC2::AvailabilityZone::Name") ? nextZone++ : 0;
  }

  private ScalarNode item(ParameterDeclaration declaration, String seed, int zone) {
    Origin origin = Origin.assumed(reason(declaration));
    int line = declaration.site().line();
    if (!declaration.allowedValues().isEmpty()) {
      return ScalarNode.of(declaration.allowedValues().get(0).text(), origin, line);
    }
    return switch (declaration.type().item()) {
      case "AWS::EC2::AvailabilityZone::Name" -> ScalarNode.of(names.zone(zone), origin, line);
      case "AWS::EC2::VPC::Id" -> ScalarNode.of(id("vpc-", seed), origin, line);
      case "AWS::EC2::Subnet::Id" -> ScalarNode.of(id("subnet-", seed), origin, line);
      case "AWS::EC2::SecurityGroup::Id" -> ScalarNode.of(id("sg-", seed), origin, line);
      case "AWS::EC2::Instance::Id" -> ScalarNode.of(id("i-", seed), origin, line);
      case "AWS::EC2::Volume::Id" -> ScalarNode.of(id("vol-", seed), origin, line);
      case "AWS::EC2::Image::Id" -> ScalarNode.of(id("ami-", seed), origin, line);
      case "AWS::EC2::KeyPair::KeyName" -> ScalarNode.of("key", origin, line);
      case "AWS::EC2::SecurityGroup::GroupName" -> ScalarNode.of("default", origin, line);
      case "AWS::Route53::HostedZone::Id" -> ScalarNode.of("Z" + seed, origin, line);
      default -> unknown(declaration, seed);
    };
  }

  private ScalarNode unknown(ParameterDeclaration declaration, String seed) {
    String number =
        declaration
            .constraint("MinValue")
            .flatMap(ScalarNode::number)
            .map(Object::toString)
            .orElse("1");
    String text = declaration.type().isNumber() ? number : seed;
    return ScalarNode.of(text, Origin.unknown(reason(declaration)), declaration.site().line());
  }

  private String id(String prefix, String seed) {
    return prefix + names.hex("parameter " + seed, 17);
  }

  private static String reason(ParameterDeclaration declaration) {
    return "parameter " + declaration.name() + " has no value and no default";
  }

  private static void report(ParameterDeclaration declaration, TemplateNode value) {
    if (value.origin().isUnknown()) {
      declaration.site().note("no value and no default; the service would ask for one");
    } else {
      declaration.site().note("no value and no default; assumed " + text(value));
    }
  }

  private static String text(TemplateNode value) {
    return value instanceof ListNode list
        ? String.join(", ", list.items().stream().map(ParameterSynthesis::text).toList())
        : ((ScalarNode) value).text();
  }

  /** What stands for a value of Systems Manager's parameter store that nobody gave. */
  TemplateNode ssmValue(ParameterDeclaration declaration, ScalarNode key) {
    String reason = "the parameter store's value of " + key.text() + " was not given";
    if (declaration.type().item().equals("AWS::EC2::Image::Id") && !declaration.type().list()) {
      declaration.site().note(reason + "; any image will do");
      String id = "ami-ssm-" + names.hex("ssm " + key.text(), 12);
      return ScalarNode.of(id, Origin.assumed(reason), key.line());
    }
    declaration.site().warning(reason + "; the key stands for it");
    return ParameterValues.shaped(declaration, key, Origin.unknown(reason));
  }
}
