package io.headroom.cloudformation.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/** The resource types whose physical ids the simulation depends on. */
final class ResourceShapes {

  private static final Map<String, ResourceShape> BY_TYPE = all();

  private ResourceShapes() {}

  private static Map<String, ResourceShape> all() {
    Map<String, ResourceShape> shapes = new LinkedHashMap<>();
    shapes.putAll(ScalingShapes.BY_TYPE);
    shapes.putAll(BalancingShapes.BY_TYPE);
    shapes.putAll(NetworkShapes.BY_TYPE);
    shapes.putAll(QueueShapes.BY_TYPE);
    return Map.copyOf(shapes);
  }

  /** The shape of a type; one of placeholders if the type is not listed. */
  static ResourceShape of(String type) {
    ResourceShape listed = BY_TYPE.get(type);
    return listed != null ? listed : UnlistedShape.shape(type);
  }
}
