package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.template.Nearest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attributes of a load balancer or target group: a list of maps with Key and Value. An
 * attribute that nobody reads and nobody knows is reported.
 */
final class Attributes {

  private static final String VALUE = "Value";

  private final Map<String, Properties> byKey = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  Attributes(Properties owner, String property) {
    for (Properties each : owner.maps(property)) {
      each.text("Key").ifPresent(key -> byKey.put(key, each));
    }
  }

  /** The map with the Value of an attribute, if the attribute is present. */
  private Optional<Properties> find(String key) {
    known.add(key);
    return Optional.ofNullable(byKey.get(key));
  }

  /** The text of an attribute. */
  Optional<String> text(String key) {
    return find(key).flatMap(attribute -> attribute.known(VALUE));
  }

  boolean flag(String key, boolean fallback) {
    return find(key).map(attribute -> attribute.flag(VALUE, fallback)).orElse(fallback);
  }

  int integer(String key, int fallback, int least, int most) {
    return find(key)
        .map(attribute -> attribute.integer(VALUE, fallback, least, most))
        .orElse(fallback);
  }

  void error(String key, String message) {
    find(key).ifPresent(attribute -> attribute.error(VALUE, message));
  }

  void unsupportedIfPresent(String key, String reason) {
    find(key).ifPresent(attribute -> attribute.unsupported(VALUE, reason));
  }

  /** Names attributes, or beginnings of them that end in a dot, without influence on a run. */
  void ignore(String... keys) {
    known.addAll(List.of(keys));
  }

  /** Reports the attributes that nobody knows. */
  void finish() {
    byKey.forEach(
        (key, attribute) -> {
          boolean prefixed =
              known.stream().anyMatch(each -> each.endsWith(".") && key.startsWith(each));
          if (!known.contains(key) && !prefixed) {
            attribute.warning("Key", "there is no attribute " + key + Nearest.hint(key, known));
          }
        });
  }
}
