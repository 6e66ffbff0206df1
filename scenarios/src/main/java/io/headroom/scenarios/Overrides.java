package io.headroom.scenarios;

import java.util.ArrayList;
import java.util.List;

/**
 * Values that replace or add to those of a scenario file, in the order in which they apply.
 * Immutable.
 *
 * <p>A key is the dotted path to a value: {@code duration}, {@code parameters.InstanceType}, {@code
 * workloads.0.requests.timeout}; a key with a dot of its own is quoted, {@code prices."m9.large"}.
 * A path that begins with the logical id of a resource is one of its properties: {@code
 * WebGroup.MaxSize}. The value is YAML.
 *
 * @param settings the values
 */
public record Overrides(List<Setting> settings) {
  /** Nothing to replace. */
  public static final Overrides NONE = new Overrides(List.of());

  /**
   * One value.
   *
   * @param source what to call it in messages, such as {@code --set duration=1h}
   * @param key the dotted path
   * @param value the value as YAML
   */
  public record Setting(String source, String key, String value) {}

  /** Copies the list. */
  public Overrides {
    settings = List.copyOf(settings);
  }

  /**
   * Returns a copy with one more value.
   *
   * @param source what to call it in messages
   */
  public Overrides and(String source, String key, String value) {
    List<Setting> more = new ArrayList<>(settings);
    more.add(new Setting(source, key, value));
    return new Overrides(more);
  }
}
