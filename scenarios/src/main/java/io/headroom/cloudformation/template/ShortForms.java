package io.headroom.cloudformation.template;

import java.util.Set;

/**
 * The YAML tags that stand for intrinsic functions.
 *
 * <p>Source: AWS CloudFormation User Guide, "Intrinsic function reference".
 */
final class ShortForms {

  /** The functions whose long form has no {@code Fn::} before the name. */
  private static final Set<String> BARE = Set.of("Ref", "Condition");

  private ShortForms() {}

  /** Returns the key of the long form: {@code !Sub} gives {@code Fn::Sub}. */
  static String key(String tag) {
    String name = tag.substring(1);
    return BARE.contains(name) || name.startsWith("Fn::") ? name : "Fn::" + name;
  }
}
