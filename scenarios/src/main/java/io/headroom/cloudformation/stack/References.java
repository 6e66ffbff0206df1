package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.TemplateNode;
import java.util.Optional;

/** Answers what names mean at one place of a template. */
interface References {

  /**
   * Returns what {@code Ref} gives; empty for {@code AWS::NoValue}. A name that means nothing is
   * reported, and an unknown value stands for it.
   */
  Optional<TemplateNode> ref(String name, Site site);

  /** Returns what {@code Fn::GetAtt} gives; reports what it cannot find. */
  TemplateNode attribute(String logicalId, String attribute, Site site);
}
