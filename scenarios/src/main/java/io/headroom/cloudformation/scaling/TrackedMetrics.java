package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.TemplateNode;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.policies.aws.CustomizedMath;
import io.headroom.policies.aws.CustomizedMetric;
import io.headroom.policies.aws.LabelledMetric;
import io.headroom.policies.aws.PredefinedMetric;
import io.headroom.policies.aws.TrackedMetric;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the metric of a target tracking policy: predefined or customized. */
final class TrackedMetrics {

  private static final String LABEL = "ResourceLabel";

  private final Groups groups;
  private final Optional<GroupDraft> group;

  TrackedMetrics(Groups groups, Optional<GroupDraft> group) {
    this.groups = groups;
    this.group = group;
  }

  Optional<TrackedMetric> read(Properties configuration) {
    boolean predefined = configuration.has("PredefinedMetricSpecification");
    boolean customized = configuration.has("CustomizedMetricSpecification");
    if (predefined == customized) {
      configuration.error(
          "PredefinedMetricSpecification",
          "give exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification");
      return Optional.empty();
    }
    return predefined
        ? predefined(configuration.map("PredefinedMetricSpecification"))
        : customized(configuration.map("CustomizedMetricSpecification"));
  }

  private Optional<TrackedMetric> predefined(Properties specification) {
    List<String> names =
        Arrays.stream(PredefinedMetric.values()).map(PredefinedMetric::awsName).toList();
    String key = "PredefinedMetricType";
    Optional<PredefinedMetric> metric = specification.known(key).flatMap(PredefinedMetric::named);
    if (metric.isEmpty()) {
      specification.error(key, "must be one of " + String.join(", ", names));
    }
    if (metric.isPresent() && metric.get() == PredefinedMetric.ALB_REQUEST_COUNT_PER_TARGET) {
      return requestsPerTarget(specification);
    }
    return metric.map(TrackedMetric.class::cast);
  }

  private Optional<TrackedMetric> requestsPerTarget(Properties specification) {
    if (group.isPresent() && group.get().settings().targetGroups().isEmpty()) {
      specification.error(LABEL, PolicyRefusals.label("the group has no target group").text());
      return Optional.empty();
    }
    if (!specification.has(LABEL)) {
      specification.error(
          LABEL, PolicyRefusals.label("is required for ALBRequestCountPerTarget").text());
      return Optional.empty();
    }
    Origin origin = specification.raw(LABEL).map(TemplateNode::origin).orElse(Origin.GIVEN);
    String label = specification.text(LABEL).orElse("");
    if (!origin.isGiven()) {
      specification.warning(LABEL, "not known; taken as the group's first target group");
      return Optional.of(PredefinedMetric.ALB_REQUEST_COUNT_PER_TARGET);
    }
    return labelled(specification, label);
  }

  private Optional<TrackedMetric> labelled(Properties specification, String label) {
    try {
      TrackedMetric metric = new LabelledMetric(label);
      if (group.isPresent() && attachedLabels(group.get()).stream().noneMatch(label::equals)) {
        specification.error(
            LABEL,
            "'%s' is not attached to the group; attached are %s"
                .formatted(label, String.join(", ", attachedLabels(group.get()))));
        return Optional.empty();
      }
      return Optional.of(metric);
    } catch (AutoScalingException refused) {
      Refused.report(specification, LABEL, refused.refusals());
      return Optional.empty();
    }
  }

  private List<String> attachedLabels(GroupDraft draft) {
    List<String> names = draft.settings().targetGroups();
    return groups.loadBalancers().stream()
        .flatMap(balancer -> labels(balancer, names).stream())
        .toList();
  }

  private static List<String> labels(LoadBalancerSpec balancer, List<String> names) {
    return balancer.forwards().stream()
        .filter(forward -> names.contains(forward.targetGroup().name()))
        .map(forward -> balancer.fullName() + "/" + forward.targetGroup().fullName())
        .toList();
  }

  private static Optional<TrackedMetric> customized(Properties specification) {
    if (specification.has("Metrics")) {
      return math(specification);
    }
    try {
      Metric metric =
          new Metric(
              specification.known("Namespace").orElse(""),
              specification.known("MetricName").orElse(""),
              dimensions(specification));
      Duration period = specification.seconds("Period", Duration.ofMinutes(1));
      return Optional.of(new CustomizedMetric(metric, statistic(specification), period));
    } catch (AutoScalingException refused) {
      Refused.report(specification, "MetricName", refused.refusals());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      specification.error("MetricName", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<TrackedMetric> math(Properties specification) {
    try {
      return MetricQueries.math(specification, "Metrics").map(CustomizedMath::new);
    } catch (AutoScalingException refused) {
      Refused.report(specification, "Metrics", refused.refusals());
      return Optional.empty();
    }
  }

  private static Map<String, String> dimensions(Properties specification) {
    Map<String, String> dimensions = new TreeMap<>();
    for (Properties each : specification.maps("Dimensions")) {
      each.text("Name")
          .ifPresent(name -> each.text("Value").ifPresent(value -> dimensions.put(name, value)));
    }
    return dimensions;
  }

  private static Statistic statistic(Properties specification) {
    return Statistic.parse(
        specification.word(
            "Statistic",
            "Average",
            List.of("Average", "Minimum", "Maximum", "SampleCount", "Sum")));
  }
}
