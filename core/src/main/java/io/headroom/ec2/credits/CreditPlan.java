package io.headroom.ec2.credits;

import java.util.Map;
import java.util.Optional;

/**
 * What an instance type earns. One credit is one vCPU at full speed for one minute.
 *
 * <p>"Key concepts for burstable performance instances" and "Standard mode concepts", Amazon EC2
 * User Guide.
 *
 * @param vCpus the vCPUs
 * @param perHour credits earned in an hour
 * @param launchCredits credits at each launch in standard mode; only T2 has any
 * @param defaultMode the mode of the family
 */
public record CreditPlan(int vCpus, double perHour, double launchCredits, CreditMode defaultMode) {
  private static final double LAUNCH_CREDITS_PER_VCPU = 30;
  private static final int HOURS_KEPT = 24;

  private static final Map<String, CreditPlan> T2 =
      Map.of(
          "nano", t2(1, 3),
          "micro", t2(1, 6),
          "small", t2(1, 12),
          "medium", t2(2, 24),
          "large", t2(2, 36),
          "xlarge", t2(4, 54),
          "2xlarge", t2(8, 81.6));

  private static final Map<String, CreditPlan> LATER =
      Map.of(
          "nano", later(2, 6),
          "micro", later(2, 12),
          "small", later(2, 24),
          "medium", later(2, 24),
          "large", later(2, 36),
          "xlarge", later(4, 96),
          "2xlarge", later(8, 192));

  private static CreditPlan t2(int vCpus, double perHour) {
    return new CreditPlan(vCpus, perHour, LAUNCH_CREDITS_PER_VCPU * vCpus, CreditMode.STANDARD);
  }

  private static CreditPlan later(int vCpus, double perHour) {
    return new CreditPlan(vCpus, perHour, 0, CreditMode.UNLIMITED);
  }

  /**
   * Returns the plan of an instance type such as {@code t3.micro}; empty if it is not burstable.
   */
  public static Optional<CreditPlan> of(String instanceType) {
    int dot = instanceType.indexOf('.');
    String family = dot < 0 ? instanceType : instanceType.substring(0, dot);
    String size = instanceType.substring(dot + 1);
    return switch (family) {
      case "t2" -> Optional.ofNullable(T2.get(size));
      case "t3", "t3a", "t4g" -> Optional.ofNullable(LATER.get(size));
      default -> Optional.empty();
    };
  }

  /** Returns the most credits that can accrue, launch credits not counted: a day's earning. */
  public double maximum() {
    return HOURS_KEPT * perHour;
  }

  /** Returns the share of each vCPU that the earned credits pay for, in (0, 1]. */
  public double baseline() {
    return perHour / vCpus / 60;
  }
}
