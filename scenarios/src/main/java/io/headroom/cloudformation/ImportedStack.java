package io.headroom.cloudformation;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.cloudformation.balancing.Balancers;
import io.headroom.cloudformation.launch.Launches;
import io.headroom.cloudformation.network.Zones;
import io.headroom.cloudformation.queueing.QueueResources;
import io.headroom.cloudformation.report.ImportReport;
import io.headroom.cloudformation.resources.ImportContext;
import io.headroom.cloudformation.scaling.Groups;
import io.headroom.cloudformation.stack.ResolvedStack;
import io.headroom.cloudformation.stack.TemplateOptions;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.Template;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.sqs.QueueSpec;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a scenario that a template describes. Immutable.
 *
 * <p>Importing never throws for what the template holds: every fault is a problem, and the parts
 * that a fault makes impossible are left out.
 *
 * @param loadBalancers the load balancers with their target groups; names are logical ids
 * @param groups the groups with policies and scheduled actions, by logical id
 * @param alarms the alarms that ask no policy of a group
 * @param queues the queues; names are logical ids
 * @param compositeAlarms the alarms whose state follows from those of others
 * @param report what came of each property
 */
public record ImportedStack(
    List<LoadBalancerSpec> loadBalancers,
    Map<String, AutoScalingGroupSpec> groups,
    List<AlarmSpec> alarms,
    List<QueueSpec> queues,
    List<CompositeAlarmSpec> compositeAlarms,
    ImportReport report) {

  /** Copies the collections. */
  public ImportedStack {
    loadBalancers = List.copyOf(loadBalancers);
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    alarms = List.copyOf(alarms);
    queues = List.copyOf(queues);
    compositeAlarms = List.copyOf(compositeAlarms);
  }

  /** Imports a template. */
  public static ImportedStack of(Template template, TemplateOptions options) {
    Problems problems = new Problems();
    ResolvedStack stack = ResolvedStack.of(template, options, problems);
    ImportContext context = new ImportContext(stack, folder(template), problems);
    Zones zones = Zones.read(context);
    Launches launches = Launches.read(context);
    Balancers balancers = Balancers.read(context, zones);
    Groups groups = Groups.read(context, zones, launches, balancers);
    List<QueueSpec> queues = QueueResources.read(context).specs();
    List<LoadBalancerSpec> loadBalancers = balancers.specs();
    if (!problems.hasErrors()) {
      groups.reportSilentAlarms(loadBalancers, queues);
    }
    context.finish();
    Map<String, AutoScalingGroupSpec> specs = groups.specs();
    if (specs.isEmpty() && !problems.hasErrors()) {
      problems.error(0, "Resources", "the template has no Auto Scaling group to simulate");
    }
    ImportReport report =
        new ImportReport(
            template.name(),
            Summary.of(specs, loadBalancers),
            context.modelled(),
            context.leftOut(),
            context.entries(),
            problems.list());
    return new ImportedStack(
        loadBalancers,
        specs,
        groups.alarmsBesidePolicies(),
        queues,
        groups.compositeAlarms(),
        report);
  }

  private static Path folder(Template template) {
    try {
      return Optional.ofNullable(Path.of(template.name()).getParent()).orElse(Path.of(""));
    } catch (InvalidPathException e) {
      // A template that was no file may have any name.
      return Path.of("");
    }
  }

  /** Returns what is wrong or worth knowing, errors first. */
  public List<Problem> problems() {
    return report.problems();
  }

  /** Returns whether something is wrong that keeps the stack from being simulated. */
  public boolean hasErrors() {
    return problems().stream().anyMatch(Problem::isError);
  }
}
