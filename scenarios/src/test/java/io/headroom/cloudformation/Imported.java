package io.headroom.cloudformation;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.cloudformation.report.PropertyUse;
import io.headroom.cloudformation.report.ReportEntry;
import io.headroom.cloudformation.stack.TemplateOptions;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problem.Severity;
import io.headroom.cloudformation.template.Template;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.TargetGroupSpec;
import java.util.List;
import java.util.Objects;

/** An imported template that a test looks at. */
record Imported(ImportedStack stack) {

  /** A launch configuration, for templates whose subject is something else. */
  static final String LAUNCH =
      """
      Resources:
        Launch:
          Type: AWS::AutoScaling::LaunchConfiguration
          Properties: {InstanceType: m5.large}
      """;

  /** A launch configuration and a group Web of 1 to 4 instances. */
  static final String GROUP = LAUNCH + group("");

  /** A group Web of 1 to 4 instances with more properties, each after a comma. */
  static String group(String more) {
    return """
      Web:
        Type: AWS::AutoScaling::AutoScalingGroup
        Properties: {MinSize: 1, MaxSize: 4, AvailabilityZones: !GetAZs '',
          LaunchConfigurationName: !Ref Launch%s}
    """
        .formatted(more);
  }

  static Imported of(String template) {
    return of(template, TemplateOptions.defaults());
  }

  static Imported of(String template, TemplateOptions options) {
    return new Imported(ImportedStack.of(Template.parse("test.yaml", template), options));
  }

  AutoScalingGroupSpec web() {
    return Objects.requireNonNull(stack.groups().get("Web"));
  }

  ScalingPolicy policy() {
    return web().policies().get(0);
  }

  LoadBalancerSpec balancer() {
    return stack.loadBalancers().get(0);
  }

  TargetGroupSpec targets() {
    return balancer().forwards().get(0).targetGroup();
  }

  List<String> errors() {
    return messages(Severity.ERROR);
  }

  List<String> warnings() {
    return messages(Severity.WARNING);
  }

  List<String> notes() {
    return messages(Severity.NOTE);
  }

  private List<String> messages(Severity severity) {
    return stack.problems().stream()
        .filter(problem -> problem.severity() == severity)
        .map(Problem::toString)
        .toList();
  }

  List<String> entries(PropertyUse use) {
    return stack.report().entries(use).stream().map(ReportEntry::toString).toList();
  }
}
