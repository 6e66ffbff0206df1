package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.balancing.BalancerDraft.ZoneSource;
import io.headroom.cloudformation.network.Zones;
import io.headroom.cloudformation.resources.ImportContext;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.elb.CrossZone;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.TargetGroupSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The load balancers of a stack, by the ARNs and names that other resources use for them. Not
 * thread-safe.
 */
public final class Balancers {

  private final Zones zones;
  private final Map<String, TargetGroupDraft> targetGroups = new LinkedHashMap<>();
  private final Map<String, BalancerDraft> balancers = new LinkedHashMap<>();
  private final Map<String, BalancerDraft> classics = new LinkedHashMap<>();
  private final Map<String, ListenerOf> listeners = new LinkedHashMap<>();
  private final List<BalancerDraft> drafts = new ArrayList<>();
  private final Set<String> unsupported = new LinkedHashSet<>();

  /**
   * A listener and the kind of its load balancer.
   *
   * @param draft the listener
   * @param type the kind of load balancer
   */
  record ListenerOf(ListenerDraft draft, LoadBalancerType type) {}

  private Balancers(Zones zones) {
    this.zones = zones;
  }

  /** Reads the load balancers of a stack. */
  public static Balancers read(ImportContext context, Zones zones) {
    Balancers balancers = new Balancers(zones);
    List<ResourceMapper<Balancers>> mappers =
        List.of(
            new TargetGroupMapper(),
            new LoadBalancerMapper(zones),
            new ListenerMapper(),
            new ListenerRuleMapper(),
            new ClassicMapper(zones));
    context.read(mappers, balancers);
    return balancers;
  }

  void add(String arn, TargetGroupDraft group) {
    targetGroups.put(arn, group);
  }

  void add(String arn, BalancerDraft balancer) {
    balancers.put(arn, balancer);
    drafts.add(balancer);
  }

  void addClassic(String name, BalancerDraft balancer) {
    classics.put(name, balancer);
    drafts.add(balancer);
  }

  void add(String arn, ListenerOf listener) {
    listeners.put(arn, listener);
  }

  void addUnsupported(String arn) {
    unsupported.add(arn);
  }

  boolean isUnsupported(String arn) {
    return unsupported.contains(arn);
  }

  Optional<TargetGroupDraft> targetGroup(String arn) {
    return Optional.ofNullable(targetGroups.get(arn));
  }

  Optional<BalancerDraft> balancer(String arn) {
    return Optional.ofNullable(balancers.get(arn));
  }

  Optional<BalancerDraft> classic(String name) {
    return Optional.ofNullable(classics.get(name));
  }

  Optional<ListenerOf> listener(String arn) {
    return Optional.ofNullable(listeners.get(arn));
  }

  /** The load balancer that forwards to a target group, if one does. */
  Optional<BalancerDraft> forwardingTo(TargetGroupSpec group) {
    return drafts.stream().filter(draft -> draft.forwardsTo(group)).findFirst();
  }

  /** Makes up a load balancer that the template only points to. */
  BalancerDraft madeUpFor(Properties user, LoadBalancerType type) {
    String name = freeName(user.logicalId() + "LoadBalancer");
    boolean application = type == LoadBalancerType.APPLICATION;
    String kind = application ? "app" : "net";
    LoadBalancerSpec settings =
        new LoadBalancerSpec(
            name,
            type == LoadBalancerType.CLASSIC ? name : Arns.madeUp(kind, name),
            type,
            zones.atLeastTwo(List.of()),
            List.of(),
            application ? CrossZone.ON : CrossZone.OFF,
            LoadBalancerSpec.DEFAULT_IDLE_TIMEOUT);
    BalancerDraft draft = new BalancerDraft(user, settings, ZoneSource.ASSUMED);
    drafts.add(draft);
    return draft;
  }

  /** Remembers what was made up for an ARN or a name, so that a second user gets the same. */
  void remember(String arn, TargetGroupDraft group) {
    targetGroups.put(arn, group);
  }

  void rememberClassic(String name, BalancerDraft balancer) {
    classics.put(name, balancer);
  }

  String freeName(String wanted) {
    String name = wanted;
    for (int i = 2; isTaken(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return drafts.stream().anyMatch(draft -> draft.settings().name().equals(name))
        || targetGroups.values().stream().anyMatch(group -> group.spec().name().equals(name));
  }

  /** Returns the load balancers as they are before all groups are attached. */
  public List<LoadBalancerSpec> preview() {
    return drafts.stream().map(BalancerDraft::spec).toList();
  }

  /**
   * Returns the load balancers; called when all groups are attached. One that forwards to no target
   * group is left out, and so is a second one of the same target group.
   */
  public List<LoadBalancerSpec> specs() {
    List<LoadBalancerSpec> specs = new ArrayList<>();
    Set<String> served = new LinkedHashSet<>();
    for (BalancerDraft draft : drafts) {
      LoadBalancerSpec spec = draft.spec();
      List<String> names =
          spec.forwards().stream().map(forward -> forward.targetGroup().name()).toList();
      if (names.isEmpty()) {
        draft.source().warning("", spec.name() + " forwards to no target group; left out");
      } else if (names.stream().anyMatch(served::contains)) {
        draft
            .source()
            .error("", "a target group of %s has another load balancer".formatted(spec.name()));
      } else {
        served.addAll(names);
        specs.add(spec);
      }
    }
    return specs;
  }
}
