package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.AutoScalingSettings.UnboundedStep;
import io.headroom.autoscaling.Trigger;
import io.headroom.cloudformation.balancing.Attachments;
import io.headroom.cloudformation.balancing.Balancers;
import io.headroom.cloudformation.launch.Launches;
import io.headroom.cloudformation.network.Zones;
import io.headroom.cloudformation.resources.ImportContext;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.sqs.QueueSpec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The groups of a stack with their policies, and the alarms. Not thread-safe. */
public final class Groups {

  private final Map<String, GroupDraft> byName = new LinkedHashMap<>();
  private final Set<String> broken = new LinkedHashSet<>();
  private final UnboundedStep unboundedStep;
  private final Alarms alarms;
  private final Balancers balancers;

  private Groups(UnboundedStep unboundedStep, Alarms alarms, Balancers balancers) {
    this.unboundedStep = unboundedStep;
    this.alarms = alarms;
    this.balancers = balancers;
  }

  /** Reads the groups of a stack, and what scales them. */
  public static Groups read(
      ImportContext context, Zones zones, Launches launches, Balancers balancers) {
    UnboundedStep unboundedStep =
        context.stack().options().unboundedStep() ? UnboundedStep.ALLOWED : UnboundedStep.REFUSED;
    Groups groups = new Groups(unboundedStep, Alarms.read(context), balancers);
    List<ResourceMapper<Groups>> mappers =
        List.of(
            new GroupMapper(zones, launches, new Attachments(balancers)),
            new PolicyMapper(),
            new CustomPolicyMapper(context),
            new ScheduledActionMapper(),
            new LifecycleHookMapper(),
            new WarmPoolMapper(),
            NotSimulatedMapper.of(
                "AWS::ApplicationAutoScaling::ScalableTarget", "Application Auto Scaling"),
            NotSimulatedMapper.of(
                "AWS::ApplicationAutoScaling::ScalingPolicy", "Application Auto Scaling"),
            NotSimulatedMapper.of(
                "AWS::CloudWatch::AlarmMuteRule", "alarms run their actions at all times"));
    context.read(mappers, groups);
    return groups;
  }

  void add(GroupDraft group) {
    byName.put(group.settings().awsName(), group);
  }

  /** Whether a step may have neither bound. */
  UnboundedStep unboundedStep() {
    return unboundedStep;
  }

  Alarms alarms() {
    return alarms;
  }

  /** The load balancers as they are so far. */
  List<LoadBalancerSpec> loadBalancers() {
    return balancers.preview();
  }

  /** Remembers a group whose own faults keep it out of the model. */
  void addBroken(String name) {
    broken.add(name);
  }

  /** The group that a policy or scheduled action names; reported if the template has none. */
  Optional<GroupDraft> groupOf(Properties user) {
    Optional<String> name = user.text("AutoScalingGroupName");
    Optional<GroupDraft> group = name.map(byName::get);
    if (group.isEmpty() && name.filter(broken::contains).isEmpty()) {
      String shown = name.map(text -> " '" + text + "'").orElse("");
      user.warning(
          "AutoScalingGroupName", "the template has no such group%s; left out".formatted(shown));
    }
    return group;
  }

  /** Returns the groups by logical id, in the order of the template. */
  public Map<String, AutoScalingGroupSpec> specs() {
    Map<String, AutoScalingGroupSpec> specs = new LinkedHashMap<>();
    byName.values().forEach(draft -> specs.put(draft.source().logicalId(), draft.spec()));
    return specs;
  }

  /** Returns the alarms that ask no policy of a group. */
  public List<AlarmSpec> alarmsBesidePolicies() {
    Set<String> used = new LinkedHashSet<>();
    for (GroupDraft draft : byName.values()) {
      AlarmsOfPolicies.of(draft.spec()).stream()
          .map(Trigger.OnAlarm::alarm)
          .forEach(alarm -> used.add(alarm.name()));
    }
    return alarms.besides(used);
  }

  /** Returns the alarms whose state follows from those of others. */
  public List<CompositeAlarmSpec> compositeAlarms() {
    return alarms.composites();
  }

  /** Reports alarms on metrics that nothing in the model publishes. */
  public void reportSilentAlarms(List<LoadBalancerSpec> loadBalancers, List<QueueSpec> queues) {
    EmittedMetrics emitted = new EmittedMetrics(specs().values(), loadBalancers, queues);
    for (AlarmDraft alarm : alarms.all()) {
      List<Metric> silent =
          alarm.spec().input().metrics().stream()
              .map(MetricStat::metric)
              .filter(metric -> !emitted.contains(metric))
              .toList();
      if (!silent.isEmpty()) {
        String message =
            "nothing in the model publishes %s; the alarm stays without data"
                .formatted(silent.get(0));
        boolean asksPolicy =
            alarm.spec().actions().byState().values().stream()
                .flatMap(List::stream)
                .anyMatch(alarms::isPolicy);
        String property = alarm.source().has("Metrics") ? "Metrics" : "MetricName";
        if (!asksPolicy) {
          alarm.source().note(property, message);
        } else {
          alarm.source().warning(property, message);
        }
      }
    }
  }
}
