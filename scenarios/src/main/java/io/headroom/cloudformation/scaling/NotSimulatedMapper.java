package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;

/**
 * Lists the resources of a type that this version does not simulate.
 *
 * @param type the type
 * @param reason why nothing comes of it
 */
record NotSimulatedMapper(String type, String reason) implements ResourceMapper<Groups> {

  static NotSimulatedMapper of(String type, String what) {
    return new NotSimulatedMapper(type, "not simulated: " + what);
  }

  @Override
  public void read(Properties resource, Groups groups) {
    resource.unsupportedResource(reason);
    resource.ignoreRest();
  }
}
