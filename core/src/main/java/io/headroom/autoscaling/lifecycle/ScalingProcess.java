package io.headroom.autoscaling.lifecycle;

import java.util.Arrays;
import java.util.Optional;

/**
 * A process of an Auto Scaling group that can be suspended and resumed.
 *
 * <p>"Suspend and resume a process for an Auto Scaling group", Amazon EC2 Auto Scaling User Guide.
 */
public enum ScalingProcess {
  /** Adds instances. */
  LAUNCH("Launch"),
  /** Removes instances. */
  TERMINATE("Terminate"),
  /** Registers new instances with load balancers. */
  ADD_TO_LOAD_BALANCER("AddToLoadBalancer"),
  /** Takes invocations of policies by alarms. */
  ALARM_NOTIFICATION("AlarmNotification"),
  /** Balances the zones. */
  AZ_REBALANCE("AZRebalance"),
  /** Marks instances as unhealthy. */
  HEALTH_CHECK("HealthCheck"),
  /** Carries out instance refreshes. */
  INSTANCE_REFRESH("InstanceRefresh"),
  /** Replaces instances that are marked as unhealthy. */
  REPLACE_UNHEALTHY("ReplaceUnhealthy"),
  /** Carries out scheduled actions. */
  SCHEDULED_ACTIONS("ScheduledActions");

  private final String awsName;

  ScalingProcess(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name of the process. */
  public String awsName() {
    return awsName;
  }

  /** Returns the process with AWS's name; empty if there is none. */
  public static Optional<ScalingProcess> named(String awsName) {
    return Arrays.stream(values()).filter(each -> each.awsName.equals(awsName)).findFirst();
  }
}
