package io.headroom.cloudformation.network;

import io.headroom.cloudformation.resources.ImportContext;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.template.ScalarNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The zones of a stack's region and of its subnets.
 *
 * <p>A subnet from elsewhere, whose zone only the account knows, is taken to lie in the zone of its
 * place in the list that names it first: the first in zone a, the second in zone b. So a load
 * balancer and a group with lists of their own meet in the same zones.
 */
public final class Zones {

  private final List<String> all;
  private final Map<String, String> bySubnet = new LinkedHashMap<>();
  private final Map<String, String> byUnknownName = new LinkedHashMap<>();
  private int placed;

  private Zones(List<String> all) {
    this.all = all;
  }

  /** Reads the subnets of a stack. */
  public static Zones read(ImportContext context) {
    Zones zones = new Zones(context.stack().zones());
    context.read(List.of(new SubnetMapper()), zones);
    return zones;
  }

  /** Returns the zones of the region, alphabetically. */
  public List<String> all() {
    return all;
  }

  /** Returns these zones, and others of the region until there are two, if it has two. */
  public List<String> atLeastTwo(List<String> some) {
    Set<String> zones = new LinkedHashSet<>(some);
    for (String zone : all) {
      if (zones.size() < 2) {
        zones.add(zone);
      }
    }
    return List.copyOf(zones);
  }

  /** The next zone, or the one that was the next when this unknown name was met before. */
  String next(Optional<String> unknownName) {
    return unknownName
        .map(name -> byUnknownName.computeIfAbsent(name, unused -> next()))
        .orElseGet(this::next);
  }

  private String next() {
    return all.get(placed++ % all.size());
  }

  void place(String subnet, String zone) {
    bySubnet.put(subnet, zone);
  }

  /**
   * Reads the zones of a list of subnets.
   *
   * @return each zone once, in the order of the list
   */
  public List<String> ofSubnets(Properties properties, String key) {
    return ofSubnets(properties.items(key));
  }

  /** Returns the zones of some subnets, each once. */
  public List<String> ofSubnets(List<ScalarNode> subnets) {
    Set<String> zones = new LinkedHashSet<>();
    for (int i = 0; i < subnets.size(); i++) {
      String byPlace = all.get(i % all.size());
      zones.add(bySubnet.computeIfAbsent(subnets.get(i).text(), subnet -> byPlace));
    }
    return List.copyOf(zones);
  }

  /**
   * Reads a list of zones; a name that is not known counts as the zone of its place in the list.
   *
   * @return each zone once, in the order of the list
   */
  public List<String> named(Properties properties, String key) {
    List<ScalarNode> items = properties.items(key);
    Set<String> zones = new LinkedHashSet<>();
    for (int i = 0; i < items.size(); i++) {
      boolean unknown = items.get(i).origin().isUnknown();
      zones.add(unknown ? all.get(i % all.size()) : items.get(i).text());
    }
    return List.copyOf(zones);
  }
}
