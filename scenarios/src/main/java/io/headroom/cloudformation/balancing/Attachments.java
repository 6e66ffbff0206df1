package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.elb.CrossZone;
import io.headroom.elb.HealthCheck;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.RoutingAlgorithm;
import io.headroom.elb.TargetGroupSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ties groups to load balancers by equal ARNs and names. Where the template holds no such load
 * balancer, because it comes from a parameter or another stack, one is made up.
 */
public final class Attachments {

  private final Balancers balancers;

  /** Ties groups to these load balancers. */
  public Attachments(Balancers balancers) {
    this.balancers = balancers;
  }

  /**
   * Reads what a group registers its instances with.
   *
   * @param zones the zones of the group
   * @return the logical names of target groups and Classic Load Balancers
   */
  public List<String> read(Properties group, List<String> zones) {
    Set<String> names = new LinkedHashSet<>();
    for (Attachment each : attachments(group)) {
      if (each.type() == LoadBalancerType.CLASSIC) {
        names.add(classic(each, group, zones));
      } else if (balancers.isUnsupported(each.id())) {
        group.unsupported(each.key(), "Gateway Load Balancers are not simulated");
      } else {
        names.add(targetGroup(each, group, zones));
      }
    }
    return List.copyOf(names);
  }

  /**
   * Something that a group names.
   *
   * @param key the property that names it
   * @param id the ARN of a target group, or the name of a Classic Load Balancer
   * @param type the kind of load balancer
   */
  private record Attachment(String key, String id, LoadBalancerType type) {}

  private static List<Attachment> attachments(Properties group) {
    List<Attachment> all = new ArrayList<>();
    for (ScalarNode arn : group.items("TargetGroupARNs")) {
      all.add(new Attachment("TargetGroupARNs", arn.text(), LoadBalancerType.APPLICATION));
    }
    for (ScalarNode name : group.items("LoadBalancerNames")) {
      all.add(new Attachment("LoadBalancerNames", name.text(), LoadBalancerType.CLASSIC));
    }
    for (Properties source : group.maps("TrafficSources")) {
      trafficSource(source).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<Attachment> trafficSource(Properties source) {
    Optional<String> id = source.text("Identifier");
    String type = source.text("Type").orElse("elbv2");
    if (type.equals("vpc-lattice")) {
      source.unsupported("Type", "VPC Lattice is not simulated");
      return Optional.empty();
    }
    LoadBalancerType kind =
        type.equals("elb") ? LoadBalancerType.CLASSIC : LoadBalancerType.APPLICATION;
    return id.map(text -> new Attachment("TrafficSources", text, kind));
  }

  private String classic(Attachment attachment, Properties group, List<String> zones) {
    BalancerDraft draft =
        balancers.classic(attachment.id()).orElseGet(() -> madeUpClassic(attachment, group));
    draft.serves(group, zones);
    return draft.settings().name();
  }

  private BalancerDraft madeUpClassic(Attachment attachment, Properties group) {
    report(attachment, group, "a Classic Load Balancer");
    BalancerDraft draft = balancers.madeUpFor(group, LoadBalancerType.CLASSIC);
    String name = draft.settings().name();
    forward(
        draft,
        group,
        new TargetGroupSpec(
            name,
            name,
            HealthCheck.CLASSIC,
            RoutingAlgorithm.leastOutstandingRequests(),
            Duration.ZERO,
            Duration.ZERO,
            CrossZone.INHERIT));
    balancers.rememberClassic(attachment.id(), draft);
    return draft;
  }

  private String targetGroup(Attachment attachment, Properties group, List<String> zones) {
    Optional<TargetGroupDraft> known = balancers.targetGroup(attachment.id());
    TargetGroupDraft targets =
        known.orElseGet(
            () -> {
              report(attachment, group, "an Application Load Balancer");
              return madeUpTargets(attachment, group);
            });
    BalancerDraft balancer =
        balancers
            .forwardingTo(targets.spec())
            .orElseGet(() -> madeUpBalancer(targets, group, known.isPresent()));
    balancer.serves(group, zones);
    return targets.spec().name();
  }

  private TargetGroupDraft madeUpTargets(Attachment attachment, Properties group) {
    String name = balancers.freeName(group.logicalId() + "TargetGroup");
    String fullName =
        attachment.id().contains("targetgroup/")
            ? Arns.fullName(attachment.id(), "targetgroup/")
            : Arns.madeUp("targetgroup", name);
    TargetGroupSpec spec = TargetGroupSpec.application(name).fullName(fullName);
    TargetGroupDraft draft = new TargetGroupDraft(group, LoadBalancerType.APPLICATION, spec);
    balancers.remember(attachment.id(), draft);
    return draft;
  }

  private BalancerDraft madeUpBalancer(
      TargetGroupDraft targets, Properties group, boolean reportIt) {
    if (reportIt) {
      targets
          .source()
          .warning("", "no listener of the template forwards here; a load balancer is assumed");
    }
    BalancerDraft draft = balancers.madeUpFor(group, targets.type());
    forward(draft, group, targets.spec());
    return draft;
  }

  private static void forward(BalancerDraft draft, Properties group, TargetGroupSpec targets) {
    ListenerDraft listener = new ListenerDraft(group, 0);
    listener.byDefault(new Forward(targets, 1));
    draft.add(listener);
  }

  private static void report(Attachment attachment, Properties group, String kind) {
    group.warning(
        attachment.key(),
        "'%s' is not in the template; %s with the service's defaults is assumed"
            .formatted(attachment.id(), kind));
  }
}
