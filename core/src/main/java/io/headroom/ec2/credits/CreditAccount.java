package io.headroom.ec2.credits;

/**
 * The credits of one instance from its launch on. Not thread-safe.
 *
 * <p>Standard: the balance grows by what is earned and shrinks by what is spent, between nothing
 * and a day's earning; launch credits are spent first and lie outside that limit. Unlimited: the
 * balance is spent first, then surplus credits, which later earnings pay back; a surplus above a
 * day's earning is charged. "Monitor your CPU credits for burstable performance instances", Amazon
 * EC2 User Guide, which gives the sums for five minutes; credits move continuously, so the same
 * sums hold for any time.
 */
public final class CreditAccount {
  private final CreditPlan plan;
  private final CreditMode mode;
  private double launch;
  private double accrued;
  private double surplus;
  private double charged;

  /** Opens the account of a new instance; only T2 in standard mode starts with credits. */
  public CreditAccount(CreditPlan plan, CreditMode mode) {
    this.plan = plan;
    this.mode = mode;
    launch = mode == CreditMode.STANDARD ? plan.launchCredits() : 0;
  }

  /** Returns what the instance's type earns. */
  public CreditPlan plan() {
    return plan;
  }

  /** Returns what happens when the balance is spent. */
  public CreditMode mode() {
    return mode;
  }

  /** Returns the balance with launch credits, the value of {@code CPUCreditBalance}. */
  public double balance() {
    return launch + accrued;
  }

  /** Returns the surplus spent and not yet paid back or charged. */
  public double surplus() {
    return surplus;
  }

  /** Returns the surplus charged since the launch. */
  public double charged() {
    return charged;
  }

  /** Returns whether the instance has to be held to its baseline. */
  public boolean isExhausted() {
    return mode == CreditMode.STANDARD && balance() <= 0;
  }

  /** Sets the accrued balance, for an instance that has been running before. */
  public void accrued(double credits) {
    accrued = credits;
  }

  /**
   * Takes a stretch of time into account.
   *
   * @param minutes its length
   * @param spent the credits spent in it, vCPUs times utilisation times minutes
   */
  public void advance(double minutes, double spent) {
    double fromLaunch = Math.min(launch, spent);
    launch -= fromLaunch;
    double rest = accrued - surplus + plan.perHour() * minutes / 60 - (spent - fromLaunch);
    double limit = plan.maximum();
    accrued = Math.max(0, Math.min(limit, rest));
    if (mode == CreditMode.UNLIMITED) {
      surplus = Math.max(0, Math.min(limit, -rest));
      charged += Math.max(0, -rest - limit);
    }
  }

  /** Charges what is outstanding: at stop, at termination and at the switch to standard. */
  public void settle() {
    charged += surplus;
    surplus = 0;
  }
}
