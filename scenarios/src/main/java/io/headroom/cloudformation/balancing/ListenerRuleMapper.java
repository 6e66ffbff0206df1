package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.elb.LoadBalancerType;

/** Reads {@code AWS::ElasticLoadBalancingV2::ListenerRule}. */
final class ListenerRuleMapper implements ResourceMapper<Balancers> {

  @Override
  public String type() {
    return "AWS::ElasticLoadBalancingV2::ListenerRule";
  }

  @Override
  public void read(Properties rule, Balancers balancers) {
    rule.ignore("Priority", "Transforms");
    rule.unsupportedIfPresent(
        "Conditions", "requests have no path and no header; a workload names its target group");
    Balancers.ListenerOf listener =
        rule.text("ListenerArn")
            .flatMap(balancers::listener)
            .orElseGet(() -> elsewhere(rule, balancers));
    new Actions(rule, listener.type(), balancers).read("Actions").forEach(listener.draft()::byRule);
  }

  private static Balancers.ListenerOf elsewhere(Properties rule, Balancers balancers) {
    rule.warning("ListenerArn", "the listener is not in the template; one is assumed");
    BalancerDraft balancer = balancers.madeUpFor(rule, LoadBalancerType.APPLICATION);
    ListenerDraft draft = new ListenerDraft(rule, 0);
    balancer.add(draft);
    return new Balancers.ListenerOf(draft, LoadBalancerType.APPLICATION);
  }
}
