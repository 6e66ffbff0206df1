package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.TargetGroupSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A load balancer of the template, or one made up, while its listeners are read. Not thread-safe.
 */
final class BalancerDraft {

  /** Whether the template gives the zones of a load balancer. */
  enum ZoneSource {
    /** The subnets, or their places in the list, say which zones are enabled. */
    GIVEN,
    /** The subnets are not known; the load balancer is where its groups are. */
    ASSUMED
  }

  private final Properties source;
  private final LoadBalancerSpec settings;
  private final ZoneSource zoneSource;
  private final Set<String> zones;
  private final List<ListenerDraft> listeners = new ArrayList<>();

  /**
   * Creates a draft.
   *
   * @param source the resource that the load balancer comes from, for messages
   * @param settings the settings, without forward rules
   */
  BalancerDraft(Properties source, LoadBalancerSpec settings, ZoneSource zoneSource) {
    this.source = source;
    this.settings = settings;
    this.zoneSource = zoneSource;
    this.zones = new LinkedHashSet<>(settings.zones());
  }

  /** A load balancer with one target group of its own, as a Classic Load Balancer has. */
  static BalancerDraft withTargets(
      Properties source, LoadBalancerSpec settings, ZoneSource zones, TargetGroupSpec targets) {
    BalancerDraft draft = new BalancerDraft(source, settings, zones);
    ListenerDraft listener = new ListenerDraft(source, 0);
    listener.byDefault(new Forward(targets, 1));
    draft.add(listener);
    return draft;
  }

  Properties source() {
    return source;
  }

  LoadBalancerSpec settings() {
    return settings;
  }

  void add(ListenerDraft listener) {
    listeners.add(listener);
  }

  boolean forwardsTo(TargetGroupSpec targets) {
    return listeners.stream()
        .flatMap(each -> Stream.concat(each.byDefault().stream(), each.byRules().stream()))
        .anyMatch(forward -> forward.targetGroup().equals(targets));
  }

  /** A group registers its instances with the load balancer. */
  void serves(Properties group, List<String> groupZones) {
    if (zoneSource == ZoneSource.ASSUMED) {
      zones.addAll(groupZones);
      return;
    }
    List<String> outside = groupZones.stream().filter(zone -> !zones.contains(zone)).toList();
    if (!outside.isEmpty()) {
      group.warning(
          "VPCZoneIdentifier",
          "load balancer %s is not enabled in %s; instances there get no requests"
              .formatted(settings.name(), String.join(", ", outside)));
    }
  }

  LoadBalancerSpec spec() {
    return new LoadBalancerSpec(
        settings.name(),
        settings.fullName(),
        settings.type(),
        zones.stream().sorted().toList(),
        ForwardRules.of(source, listeners),
        settings.crossZone(),
        settings.idleTimeout());
  }
}
