package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudformation.report.PropertyUse;
import io.headroom.elb.CrossZone;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.HealthCheck;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.RoutingAlgorithm;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BalancerImportTest {

  /** A load balancer over two subnets, a target group, a listener and the group. */
  private static Imported application(String balancer, String targets, String listener) {
    return Imported.of(
        Imported.LAUNCH
            + Imported.group(", VPCZoneIdentifier: [s-1, s-2], TargetGroupARNs: [!Ref Tg]")
            + """
              Lb:
                Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                Properties: {Subnets: [s-1, s-2]%s}
              Tg:
                Type: AWS::ElasticLoadBalancingV2::TargetGroup
                Properties: {Port: 80%s}
              Listener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties: {LoadBalancerArn: !Ref Lb, Port: 80%s}
            """
                .formatted(balancer, targets, listener));
  }

  private static final String HTTP = ", Protocol: HTTP";
  private static final String FORWARD =
      ", Protocol: HTTP, DefaultActions: [{Type: forward, TargetGroupArn: !Ref Tg}]";

  private static Imported attributes(String list) {
    return application("", HTTP + ", TargetGroupAttributes: [" + list + "]", FORWARD);
  }

  @Test
  @Rule("cloudformation 8.LoadBalancerV2")
  @Rule("cloudformation 8.TargetGroup")
  @Rule("cloudformation MP-1")
  void applicationLoadBalancer_hasTheServicesDefaults() {
    Imported imported = application("", HTTP, FORWARD);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.warnings()).isEmpty();
    assertThat(imported.balancer().name()).isEqualTo("Lb");
    assertThat(imported.balancer().fullName()).matches("app/sim-Lb-[A-Z0-9]{12}/[0-9a-f]{16}");
    assertThat(imported.balancer().type()).isEqualTo(LoadBalancerType.APPLICATION);
    assertThat(imported.balancer().zones()).containsExactly("us-east-1a", "us-east-1b");
    assertThat(imported.balancer().crossZone()).isEqualTo(CrossZone.ON);
    assertThat(imported.balancer().idleTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(imported.targets().name()).isEqualTo("Tg");
    assertThat(imported.targets().healthCheck()).isEqualTo(HealthCheck.APPLICATION);
    assertThat(imported.targets().routing()).isEqualTo(RoutingAlgorithm.roundRobin());
    assertThat(imported.targets().deregistrationDelay()).isEqualTo(Duration.ofMinutes(5));
    assertThat(imported.web().targetGroups()).containsExactly("Tg");
  }

  @Test
  @Rule("cloudformation 8.LoadBalancerV2")
  void attributesOfALoadBalancer_areRead() {
    Imported imported =
        application(
            ", LoadBalancerAttributes: [{Key: idle_timeout.timeout_seconds, Value: '120'},"
                + " {Key: access_logs.s3.enabled, Value: 'true'}]",
            HTTP,
            FORWARD);

    assertThat(imported.warnings()).isEmpty();
    assertThat(imported.balancer().idleTimeout()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  @Rule("cloudformation 8.TargetGroup")
  void targetGroup_isRead() {
    Imported imported =
        application(
            "",
            HTTP
                + ", HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 4,"
                + " HealthyThresholdCount: 3, UnhealthyThresholdCount: 4, Matcher: {HttpCode: 200},"
                + " TargetGroupAttributes:"
                + " [{Key: deregistration_delay.timeout_seconds, Value: '30'},"
                + " {Key: load_balancing.algorithm.type, Value: least_outstanding_requests},"
                + " {Key: load_balancing.cross_zone.enabled, Value: 'false'}]",
            FORWARD);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.targets().healthCheck())
        .isEqualTo(new HealthCheck(Duration.ofSeconds(10), Duration.ofSeconds(4), 3, 4));
    assertThat(imported.targets().deregistrationDelay()).isEqualTo(Duration.ofSeconds(30));
    assertThat(imported.targets().routing()).isEqualTo(RoutingAlgorithm.leastOutstandingRequests());
    assertThat(imported.targets().crossZone()).isEqualTo(CrossZone.OFF);
  }

  @Test
  @Rule("cloudformation 8.TargetGroup")
  void unknownAttribute_isAWarning() {
    assertThat(attributes("{Key: deregistration_delay.timeout_second, Value: '30'}").warnings())
        .containsExactly(
            "line 14: Resources.Tg.Properties.TargetGroupAttributes[0].Key: there is no attribute"
                + " deregistration_delay.timeout_second, did you mean"
                + " deregistration_delay.timeout_seconds?");
  }

  @Test
  @Rule("cloudformation 8.TargetGroup")
  void stickiness_isListedAsNotSimulated() {
    Imported imported = attributes("{Key: stickiness.enabled, Value: 'true'}");

    assertThat(imported.warnings()).isEmpty();
    assertThat(imported.entries(PropertyUse.UNSUPPORTED))
        .containsExactly("line 14: Tg.TargetGroupAttributes[0].Value: stickiness is not simulated");
  }

  @Test
  @Rule("cloudformation 10")
  void slowStartWithLeastOutstandingRequests_isAnError() {
    assertThat(
            attributes(
                    "{Key: slow_start.duration_seconds, Value: '60'},"
                        + " {Key: load_balancing.algorithm.type, Value:"
                        + " least_outstanding_requests}")
                .errors())
        .containsExactly(
            "line 14: Resources.Tg.Properties.TargetGroupAttributes[0].Value:"
                + " slow start and least_outstanding_requests exclude each other");
  }

  @Test
  @Rule("cloudformation 8.TargetGroup")
  void valuesOutOfRange_areErrors() {
    assertThat(application("", HTTP + ", HealthyThresholdCount: 11", FORWARD).errors())
        .containsExactly(
            "line 14: Resources.Tg.Properties.HealthyThresholdCount: must be from 2 to 10, found"
                + " 11");
    assertThat(attributes("{Key: slow_start.duration_seconds, Value: '10'}").errors().get(0))
        .endsWith("must be 0 or from 30 to 900, found 10");
  }

  @Test
  @Rule("cloudformation 10")
  @Rule("elb OM-3")
  void applicationLoadBalancerInOneSubnet_isAnError() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Lb:
                    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                    Properties: {Subnets: [subnet-1]}
                """);

    assertThat(imported.errors())
        .containsExactly(
            "line 11: Resources.Lb.Properties.Subnets:"
                + " an Application Load Balancer needs subnets in at least two zones");
  }

  @Test
  @Rule("cloudformation FN-17")
  void importedSubnetList_countsAsOneSubnetInTwoZones() {
    Imported imported =
        Imported.of(
            Imported.LAUNCH
                + Imported.group(", TargetGroupARNs: [!Ref Tg]")
                + """
                  Lb:
                    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                    Properties: {Subnets: !Split [',', !ImportValue Subnets]}
                  Tg: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup'}
                  Listener:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties: {LoadBalancerArn: !Ref Lb, Port: 80, Protocol: HTTP,
                      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Tg}]}
                """);

    assertThat(imported.errors()).isEmpty();
    // The group is in all zones of the region, and a load balancer of unknown zones follows it.
    assertThat(imported.balancer().zones())
        .containsExactly("us-east-1a", "us-east-1b", "us-east-1c");
  }

  @Test
  @Rule("cloudformation 10")
  void httpTargetGroupOnATcpListener_isAnError() {
    Imported imported =
        application(
            ", Type: network",
            HTTP,
            ", Protocol: TCP, DefaultActions: [{Type: forward, TargetGroupArn: !Ref Tg}]");

    assertThat(imported.errors())
        .containsExactly(
            "line 17: Resources.Listener.Properties.DefaultActions[0].TargetGroupArn:"
                + " target group Tg has protocol HTTP; this listener needs TCP, TLS or UDP");
  }

  @Test
  @Rule("cloudformation 8.LoadBalancerV2")
  @Rule("cloudformation 8.TargetGroup")
  void networkLoadBalancer_hasItsOwnDefaults() {
    Imported imported =
        application(
            ", Type: network",
            ", Protocol: TCP",
            ", Protocol: TCP, DefaultActions: [{Type: forward, TargetGroupArn: !Ref Tg}]");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.balancer().type()).isEqualTo(LoadBalancerType.NETWORK);
    assertThat(imported.balancer().fullName()).startsWith("net/");
    assertThat(imported.balancer().crossZone()).isEqualTo(CrossZone.OFF);
    assertThat(imported.targets().routing()).isEqualTo(RoutingAlgorithm.flowHash());
    assertThat(imported.targets().healthCheck()).isEqualTo(HealthCheck.NETWORK);
  }

  @Test
  @Rule("cloudformation 8.LoadBalancerV2")
  void gatewayLoadBalancer_isListedAsNotSimulated() {
    Imported imported =
        application(
            ", Type: gateway",
            ", Protocol: GENEVE",
            ", DefaultActions: [{Type: forward, TargetGroupArn: !Ref Tg}]");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.stack().loadBalancers()).isEmpty();
    assertThat(imported.web().targetGroups()).isEmpty();
    assertThat(imported.entries(PropertyUse.UNSUPPORTED))
        .containsAtLeast(
            "line 11: Lb.Type: Gateway Load Balancers are not simulated",
            "line 14: Tg.Protocol: Gateway Load Balancers are not simulated");
  }

  @Test
  @Rule("cloudformation 8.Listener")
  void weights_shareTheRequests() {
    Imported imported =
        application(
            "",
            HTTP,
            ", Protocol: HTTP, DefaultActions: [{Type: authenticate-oidc, Order: 1},"
                + " {Type: forward, Order: 2, ForwardConfig: {TargetGroups:"
                + " [{TargetGroupArn: !Ref Tg, Weight: 3}]}}]");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.balancer().forwards())
        .containsExactly(new ForwardRule(imported.targets(), 3));
  }

  @Test
  @Rule("cloudformation 8.Listener")
  void targetGroupOfARule_getsOnlyNamedWorkloads() {
    Imported imported =
        Imported.of(
            Imported.LAUNCH
                + Imported.group(", TargetGroupARNs: [!Ref Tg, !Ref Api]")
                + """
                  Lb:
                    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                    Properties: {Subnets: [s-1, s-2, s-3]}
                  Tg: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup'}
                  Api: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup'}
                  Listener:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties: {LoadBalancerArn: !Ref Lb, Port: 443, Protocol: HTTPS,
                      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Tg}]}
                  Redirect:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties: {LoadBalancerArn: !Ref Lb, Port: 80, Protocol: HTTP,
                      DefaultActions: [{Type: redirect, RedirectConfig: {Port: '443'}}]}
                  Rule:
                    Type: AWS::ElasticLoadBalancingV2::ListenerRule
                    Properties: {ListenerArn: !Ref Listener, Priority: 1,
                      Conditions: [{Field: path-pattern, Values: [/api/*]}],
                      Actions: [{Type: forward, TargetGroupArn: !Ref Api}]}
                """);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.balancer().forwards().stream().map(ForwardRule::weight))
        .containsExactly(1, 0)
        .inOrder();
    assertThat(imported.notes())
        .containsExactly(
            "line 9: Resources.Lb: Api gets requests only from workloads that name it");
  }

  @Test
  @Rule("cloudformation MP-2")
  void targetGroupFromAParameter_getsALoadBalancerOfItsOwn() {
    Imported imported =
        Imported.of(
            "Parameters: {Arn: {Type: String}}\n"
                + Imported.LAUNCH
                + Imported.group(", TargetGroupARNs: [!Ref Arn]"));

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.balancer().name()).isEqualTo("WebLoadBalancer");
    assertThat(imported.balancer().type()).isEqualTo(LoadBalancerType.APPLICATION);
    assertThat(imported.balancer().zones()).containsAtLeastElementsIn(imported.web().zones());
    assertThat(imported.web().targetGroups()).containsExactly("WebTargetGroup");
    assertThat(imported.warnings())
        .containsExactly(
            "line 9: Resources.Web.Properties.TargetGroupARNs: 'Arn' is not in the template;"
                + " an Application Load Balancer with the service's defaults is assumed");
  }

  @Test
  @Rule("cloudformation MP-2")
  void classicLoadBalancerFromAnImport_isMadeUp() {
    Imported imported =
        Imported.of(Imported.LAUNCH + Imported.group(", LoadBalancerNames: [!ImportValue Lb]"));

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.balancer().type()).isEqualTo(LoadBalancerType.CLASSIC);
    assertThat(imported.web().targetGroups()).containsExactly("WebLoadBalancer");
    assertThat(imported.targets().healthCheck()).isEqualTo(HealthCheck.CLASSIC);
  }

  @Test
  @Rule("cloudformation MP-2")
  @Rule("cloudformation OR-2")
  void targetGroupThatNoListenerUses_getsALoadBalancerWithAWarning() {
    Imported imported =
        Imported.of(
            Imported.LAUNCH
                + Imported.group(", TargetGroupARNs: [!Ref Tg]")
                + "  Tg: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup'}\n");

    assertThat(imported.balancer().name()).isEqualTo("WebLoadBalancer");
    assertThat(imported.warnings())
        .containsExactly(
            "line 9: Resources.Tg: no listener of the template forwards here;"
                + " a load balancer is assumed");
  }

  @Test
  @Rule("cloudformation MP-1")
  void trafficSources_attachLikeTheOlderProperties() {
    Imported imported =
        Imported.of(
            Imported.LAUNCH
                + Imported.group(
                    ", TrafficSources: [{Identifier: !Ref Classic, Type: elb},"
                        + " {Identifier: x, Type: vpc-lattice}]")
                + """
                  Classic:
                    Type: AWS::ElasticLoadBalancing::LoadBalancer
                    Properties: {Listeners: [{LoadBalancerPort: 80, InstancePort: 80,
                      Protocol: HTTP}]}
                """);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.web().targetGroups()).containsExactly("Classic");
    assertThat(imported.entries(PropertyUse.UNSUPPORTED))
        .containsExactly("line 8: Web.TrafficSources[1].Type: VPC Lattice is not simulated");
  }

  private static Imported classic(String more) {
    return Imported.of(
        Imported.LAUNCH
            + Imported.group(", LoadBalancerNames: [!Ref Lb]")
            + """
              Lb:
                Type: AWS::ElasticLoadBalancing::LoadBalancer
                Properties: {AvailabilityZones: !GetAZs ''%s}
            """
                .formatted(more));
  }

  private static final String HTTP_LISTENER =
      ", Listeners: [{LoadBalancerPort: '80', InstancePort: '80', Protocol: HTTP}]";

  @Test
  @Rule("cloudformation 8.LoadBalancer")
  @Rule("cloudformation 9")
  @Rule("elb OM-1")
  @Rule("elb RA-30")
  @Rule("elb TO-3")
  void classicLoadBalancer_hasTheDefaultsOfCloudFormation() {
    Imported imported = classic(HTTP_LISTENER);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.balancer().fullName()).matches("sim-Lb-[A-Z0-9]{12}");
    assertThat(imported.balancer().type()).isEqualTo(LoadBalancerType.CLASSIC);
    assertThat(imported.balancer().crossZone()).isEqualTo(CrossZone.OFF);
    assertThat(imported.balancer().idleTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(imported.targets().deregistrationDelay()).isEqualTo(Duration.ZERO);
    assertThat(imported.targets().healthCheck()).isEqualTo(HealthCheck.CLASSIC);
    assertThat(imported.targets().routing()).isEqualTo(RoutingAlgorithm.leastOutstandingRequests());
    assertThat(imported.web().targetGroups()).containsExactly("Lb");
  }

  @Test
  @Rule("cloudformation 8.LoadBalancer")
  @Rule("elb RA-30")
  void classicLoadBalancer_isRead() {
    Imported imported =
        classic(
            ", Listeners: [{LoadBalancerPort: 80, InstancePort: 80, Protocol: TCP}],"
                + " CrossZone: 'true', ConnectionDrainingPolicy: {Enabled: true, Timeout: 60},"
                + " ConnectionSettings: {IdleTimeout: 30}, HealthCheck: {Target: 'TCP:80',"
                + " Interval: '10', Timeout: '5', HealthyThreshold: '2', UnhealthyThreshold: '3'}");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.balancer().crossZone()).isEqualTo(CrossZone.ON);
    assertThat(imported.balancer().idleTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(imported.targets().deregistrationDelay()).isEqualTo(Duration.ofMinutes(1));
    assertThat(imported.targets().routing()).isEqualTo(RoutingAlgorithm.roundRobin());
    assertThat(imported.targets().healthCheck())
        .isEqualTo(new HealthCheck(Duration.ofSeconds(10), Duration.ofSeconds(5), 2, 3));
  }

  @Test
  @Rule("cloudformation 8.LoadBalancer")
  @Rule("elb HC-0b")
  void classicHealthCheck_needsAllFiveSettings() {
    List<String> errors =
        classic(
                HTTP_LISTENER
                    + ", HealthCheck: {Target: 'TCP:80', Interval: 5, Timeout: 5,"
                    + " HealthyThreshold: 2}")
            .errors();

    assertThat(errors)
        .containsExactly(
            "line 11: Resources.Lb.Properties.HealthCheck.UnhealthyThreshold:"
                + " a health check needs UnhealthyThreshold",
            "line 11: Resources.Lb.Properties.HealthCheck.Timeout:"
                + " 5 s must be shorter than the Interval of 5 s");
  }

  @Test
  @Rule("cloudformation MP-3")
  void groupOutsideTheZonesOfItsLoadBalancer_isAWarning() {
    Imported imported =
        Imported.of(
            Imported.LAUNCH
                + """
                  A: {Type: 'AWS::EC2::Subnet', Properties: {AvailabilityZone: us-east-1a}}
                  B: {Type: 'AWS::EC2::Subnet', Properties: {AvailabilityZone: us-east-1b}}
                  C: {Type: 'AWS::EC2::Subnet', Properties: {AvailabilityZone: us-east-1c}}
                """
                + Imported.group(", VPCZoneIdentifier: [!Ref C], TargetGroupARNs: [!Ref Tg]")
                + """
                  Lb:
                    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                    Properties: {Subnets: [!Ref A, !Ref B]}
                  Tg: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup'}
                  Listener:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties: {LoadBalancerArn: !Ref Lb, Port: 80, Protocol: HTTP,
                      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Tg}]}
                """);

    assertThat(imported.warnings())
        .containsExactly(
            "line 11: Resources.Web.Properties.VPCZoneIdentifier: load balancer Lb is not enabled"
                + " in us-east-1c; instances there get no requests");
  }

  @Test
  @Rule("elb OM-4")
  void targetGroupBehindTwoLoadBalancers_isAnError() {
    Imported imported =
        Imported.of(
            Imported.LAUNCH
                + Imported.group(", TargetGroupARNs: [!Ref Tg]")
                + """
                  Tg: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup'}
                  One:
                    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                    Properties: {Subnets: [s-1, s-2]}
                  Two:
                    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                    Properties: {Subnets: [s-1, s-2]}
                  First:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties: {LoadBalancerArn: !Ref One, Port: 80, Protocol: HTTP,
                      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Tg}]}
                  Second:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties: {LoadBalancerArn: !Ref Two, Port: 80, Protocol: HTTP,
                      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Tg}]}
                """);

    assertThat(imported.errors()).hasSize(1);
    assertThat(imported.errors().get(0))
        .contains("a target group of Two has another load balancer");
  }
}
