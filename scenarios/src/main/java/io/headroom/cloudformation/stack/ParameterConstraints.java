package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ScalarNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Tests the values of a parameter against its declaration; each item of a list for itself.
 *
 * <p>Source: AWS CloudFormation User Guide, "Parameters", "Properties".
 */
final class ParameterConstraints {

  private static final int LONGEST_VALUE = 4_096;

  private final ParameterDeclaration declaration;
  private final Site site;

  /**
   * Creates the test of a parameter.
   *
   * @param site where to report a value that breaks a constraint
   */
  ParameterConstraints(ParameterDeclaration declaration, Site site) {
    this.declaration = declaration;
    this.site = site;
  }

  void check(List<ScalarNode> items) {
    items.forEach(this::check);
  }

  private void check(ScalarNode item) {
    if (declaration.type().isNumber() && item.number().isEmpty()) {
      violation(item, "must be a number");
      return;
    }
    checkAllowed(item);
    checkPattern(item);
    checkLength(item.text());
    item.number().ifPresent(number -> checkRange(item, number));
  }

  private void checkAllowed(ScalarNode item) {
    List<ScalarNode> allowed = declaration.allowedValues();
    if (!allowed.isEmpty() && allowed.stream().noneMatch(item::sameText)) {
      String list = allowed.stream().map(ScalarNode::text).collect(Collectors.joining(", "));
      violation(item, "is not allowed; allowed: " + list);
    }
  }

  private void checkPattern(ScalarNode item) {
    declaration
        .constraint("AllowedPattern")
        .flatMap(pattern -> compiled(pattern.text()))
        .filter(pattern -> !pattern.matcher(item.text()).matches())
        .ifPresent(pattern -> violation(item, "must match " + pattern));
  }

  private Optional<Pattern> compiled(String pattern) {
    try {
      return Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      site.error("AllowedPattern is no regular expression: " + e.getDescription());
      return Optional.empty();
    }
  }

  private void checkLength(String text) {
    if (text.length() > LONGEST_VALUE) {
      site.warning("the value has more than 4096 characters, which the service refuses");
    }
    bound("MinLength")
        .filter(least -> text.length() < least.intValue())
        .ifPresent(least -> site.error("the value must have at least " + least + " characters"));
    bound("MaxLength")
        .filter(most -> text.length() > most.intValue())
        .ifPresent(most -> site.error("the value must have at most " + most + " characters"));
  }

  private void checkRange(ScalarNode item, BigDecimal number) {
    bound("MinValue")
        .filter(least -> number.compareTo(least) < 0)
        .ifPresent(least -> violation(item, "must be at least " + least));
    bound("MaxValue")
        .filter(most -> number.compareTo(most) > 0)
        .ifPresent(most -> violation(item, "must be at most " + most));
  }

  private Optional<BigDecimal> bound(String key) {
    return declaration.constraint(key).flatMap(ScalarNode::number);
  }

  private void violation(ScalarNode item, String rule) {
    boolean secret = declaration.constraint("NoEcho").flatMap(ScalarNode::truth).orElse(false);
    String shown = secret ? "the value" : "'" + item.text() + "'";
    String described = declaration.body().text("ConstraintDescription").orElse("");
    site.error(shown + " " + rule + (described.isEmpty() ? "" : " (" + described + ")"));
  }
}
