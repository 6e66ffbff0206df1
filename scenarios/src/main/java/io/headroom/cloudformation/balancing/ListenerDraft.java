package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import java.util.ArrayList;
import java.util.List;

/** A listener while its rules are read. Not thread-safe. */
final class ListenerDraft {

  private final Properties source;
  private final int port;
  private final List<Forward> byDefault = new ArrayList<>();
  private final List<Forward> byRules = new ArrayList<>();

  ListenerDraft(Properties source, int port) {
    this.source = source;
    this.port = port;
  }

  Properties source() {
    return source;
  }

  void byDefault(Forward forward) {
    byDefault.add(forward);
  }

  void byRule(Forward forward) {
    byRules.add(forward);
  }

  /** Where requests go that no rule matches. */
  List<Forward> byDefault() {
    return byDefault;
  }

  /** Where requests go that some rule matches. */
  List<Forward> byRules() {
    return byRules;
  }

  /**
   * How likely the listener is the one that users meet, the likeliest first: HTTPS, HTTP, others.
   */
  int rank() {
    return switch (port) {
      case 443 -> 0;
      case 80 -> 1;
      default -> 2;
    };
  }
}
