package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.cloudformation.resources.Properties;
import java.util.List;

/** Reports what the API refuses at the property of the template that asks for it. */
final class Refused {

  private Refused() {}

  /**
   * Reports each refusal at the property that it names, or at another one where the resource lacks
   * that.
   *
   * @param fallback the property to name then
   */
  static void report(Properties resource, String fallback, List<Refusal> refusals) {
    for (Refusal refusal : refusals) {
      String property = resource.has(refusal.property()) ? refusal.property() : fallback;
      resource.error(property, refusal.text());
    }
  }
}
