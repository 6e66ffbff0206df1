package io.headroom.ec2;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Unit;
import io.headroom.ec2.credits.CreditAccount;
import io.headroom.ec2.credits.CreditMode;
import io.headroom.ec2.credits.CreditPlan;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The CPU credits of the burstable instances of a run: keeps their accounts each minute, slows down
 * machines in standard mode that have none left, and publishes them every five, whatever the
 * monitoring mode.
 *
 * <p>"Monitor your CPU credits for burstable performance instances", Amazon EC2 User Guide.
 */
final class CpuCredits {
  private static final long INTERVAL = 5 * SimTime.MINUTE;
  private static final double NANOS_A_MINUTE = SimTime.MINUTE;
  private static final List<String> BOTH_MODES = List.of("CPUCreditUsage", "CPUCreditBalance");
  private static final List<String> UNLIMITED =
      List.of(
          "CPUCreditUsage",
          "CPUCreditBalance",
          "CPUSurplusCreditBalance",
          "CPUSurplusCreditsCharged");

  private final Ec2 ec2;
  private final MetricStore store;
  private final UnaryOperator<String> groupNames;
  private final Map<Instance, Meter> meters = new LinkedHashMap<>();

  CpuCredits(Ec2 ec2, MetricStore store, UnaryOperator<String> groupNames) {
    this.ec2 = ec2;
    this.store = store;
    this.groupNames = groupNames;
  }

  /** Returns whether any instance has an account. */
  boolean any() {
    return !meters.isEmpty();
  }

  /** The account of one instance and its readings at the newest minute. */
  private static final class Meter {
    final CreditAccount account;
    final List<MetricSeries> own;
    final List<MetricSeries> group;
    long sinceNanos;
    long busyNanos;
    double used;
    double chargedBefore;
    double share = 1;

    Meter(CreditAccount account, List<MetricSeries> own, List<MetricSeries> group, long nanos) {
      this.account = account;
      this.own = own;
      this.group = group;
      sinceNanos = nanos;
    }

    void advance(Instance instance, long nowNanos) {
      Server server = instance.server();
      long busy = server.busyNanos(nowNanos);
      double vCpuNanos = (double) (busy - busyNanos) / server.busyUnits() * account.plan().vCpus();
      double spent = vCpuNanos / NANOS_A_MINUTE;
      account.advance((nowNanos - sinceNanos) / NANOS_A_MINUTE, spent);
      used += spent;
      sinceNanos = nowNanos;
      busyNanos = busy;
    }

    /**
     * Slows a machine in standard mode down to what its credits pay for in the next minute: full
     * speed while they last, its baseline when they are spent.
     */
    void pace(Instance instance, long nowNanos) {
      if (account.mode() == CreditMode.UNLIMITED) {
        return;
      }
      CreditPlan plan = account.plan();
      double paid = Math.min(1, plan.baseline() + account.balance() / plan.vCpus());
      if (paid != share) {
        share = paid;
        instance.server().throttle(nowNanos, paid);
      }
    }

    double[] take() {
      double charged = account.charged() - chargedBefore;
      double[] values = {used, account.balance(), account.surplus(), charged};
      used = 0;
      chargedBefore = account.charged();
      return values;
    }
  }

  /** Takes the minute that ends into account, and publishes the periods that end with it. */
  void minute(long nowNanos) {
    for (Instance instance : ec2.live()) {
      if (instance.state() == InstanceState.RUNNING) {
        CreditPlan.of(instance.configuration().type().name())
            .ifPresent(plan -> minute(instance, plan, nowNanos));
      }
    }
    meters.keySet().removeIf(instance -> instance.state() == InstanceState.TERMINATED);
  }

  /** Returns the account of an instance, if it is burstable and has been running for a minute. */
  Optional<CreditAccount> account(Instance instance) {
    return Optional.ofNullable(meters.get(instance)).map(meter -> meter.account);
  }

  private void minute(Instance instance, CreditPlan plan, long nowNanos) {
    Meter meter = meters.computeIfAbsent(instance, each -> meter(each, plan));
    meter.advance(instance, nowNanos);
    meter.pace(instance, nowNanos);
    long phaseNanos = SimTime.floor(instance.runningNanos(), SimTime.MINUTE);
    if ((nowNanos - phaseNanos) % INTERVAL == 0) {
      double[] values = meter.take();
      record(meter.own, nowNanos - INTERVAL, values);
      if (ec2.isCountedInGroupMetrics(instance)) {
        record(meter.group, nowNanos - INTERVAL, values);
      }
    }
  }

  private static void record(List<MetricSeries> series, long timestampNanos, double[] values) {
    for (int i = 0; i < series.size(); i++) {
      series.get(i).record(timestampNanos, values[i]);
    }
  }

  private Meter meter(Instance instance, CreditPlan plan) {
    CreditMode mode = instance.configuration().traits().creditMode().orElse(plan.defaultMode());
    List<String> names = mode == CreditMode.UNLIMITED ? UNLIMITED : BOTH_MODES;
    String group = groupNames.apply(instance.group());
    return new Meter(
        new CreditAccount(plan, mode),
        open(names, "InstanceId", instance.id()),
        open(names, "AutoScalingGroupName", group),
        instance.runningNanos());
  }

  private List<MetricSeries> open(List<String> names, String dimension, String value) {
    List<MetricSeries> series = new ArrayList<>();
    for (String name : names) {
      Metric metric = Metric.of("AWS/EC2", name).with(dimension, value);
      series.add(store.open(metric, Unit.COUNT, store.settings().delays().ofCpuCredits()));
    }
    return series;
  }
}
