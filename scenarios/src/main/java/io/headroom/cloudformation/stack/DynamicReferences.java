package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References to the parameter store and to secrets inside texts, as in {@code
 * {{resolve:ssm:/web/size:1}}}. A key of the parameter store is looked up in the options; every
 * other reference stays as it is.
 *
 * <p>Source: AWS CloudFormation User Guide, "Using dynamic references to specify template values".
 */
final class DynamicReferences {

  private static final Pattern REFERENCE =
      Pattern.compile("\\{\\{resolve:([a-z-]+):([^}:]+)(:[^}]*)?\\}\\}");

  private DynamicReferences() {}

  static ScalarNode resolve(ScalarNode scalar, TemplateOptions options) {
    if (!scalar.text().contains("{{resolve:")) {
      return scalar;
    }
    Matcher matcher = REFERENCE.matcher(scalar.text());
    StringBuilder text = new StringBuilder();
    Origin origin = scalar.origin();
    while (matcher.find()) {
      String value = matcher.group(1).equals("ssm") ? options.ssm().get(matcher.group(2)) : null;
      if (value == null) {
        origin = origin.and(Origin.unknown("the dynamic reference " + matcher.group()));
      }
      matcher.appendReplacement(
          text, Matcher.quoteReplacement(value == null ? matcher.group() : value));
    }
    matcher.appendTail(text);
    return ScalarNode.of(text.toString(), origin, scalar.line());
  }
}
