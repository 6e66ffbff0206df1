package io.headroom.cloudformation.balancing;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.elb.LoadBalancerType;
import java.util.List;
import java.util.Optional;

/** Reads {@code AWS::ElasticLoadBalancingV2::Listener}. */
final class ListenerMapper implements ResourceMapper<Balancers> {

  private static final List<String> APPLICATION = List.of("HTTP", "HTTPS");

  @Override
  public String type() {
    return "AWS::ElasticLoadBalancingV2::Listener";
  }

  @Override
  public void read(Properties listener, Balancers balancers) {
    listener.ignore(
        "AlpnPolicy", "Certificates", "ListenerAttributes", "MutualAuthentication", "SslPolicy");
    int port = listener.integer("Port").orElse(0);
    Optional<String> protocol = listener.text("Protocol");
    Optional<String> arn = listener.text("LoadBalancerArn");
    if (arn.filter(balancers::isUnsupported).isPresent()) {
      listener.unsupported("LoadBalancerArn", "Gateway Load Balancers are not simulated");
      return;
    }
    BalancerDraft balancer =
        arn.flatMap(balancers::balancer).orElseGet(() -> elsewhere(listener, balancers));
    LoadBalancerType type = balancer.settings().type();
    protocol
        .filter(name -> APPLICATION.contains(name) == (type == LoadBalancerType.NETWORK))
        .ifPresent(name -> listener.error("Protocol", name + " does not fit its load balancer"));
    ListenerDraft draft = new ListenerDraft(listener, port);
    new Actions(listener, type, balancers).read("DefaultActions").forEach(draft::byDefault);
    balancer.add(draft);
    balancers.add(listener.ref(), new Balancers.ListenerOf(draft, type));
  }

  private static BalancerDraft elsewhere(Properties listener, Balancers balancers) {
    listener.warning("LoadBalancerArn", "the load balancer is not in the template; one is assumed");
    boolean application = listener.text("Protocol").map(APPLICATION::contains).orElse(Boolean.TRUE);
    return balancers.madeUpFor(
        listener, application ? LoadBalancerType.APPLICATION : LoadBalancerType.NETWORK);
  }
}
