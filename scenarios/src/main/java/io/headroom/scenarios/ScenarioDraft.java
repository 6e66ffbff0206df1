package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.Money;
import io.headroom.elb.LoadBalancerSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of a first scenario for a template: it runs as it is, and says in comments what to edit.
 *
 * <p>Nothing in a template tells its traffic. The draft takes an hour-by-hour swing that loads the
 * smallest group to a third and the largest to two thirds of its vCPUs, at a rate that runs in
 * seconds.
 */
final class ScenarioDraft {
  private static final Money USD_PER_VCPU_HOUR = Money.usd("0.048");

  private final Stack stack;
  private final DraftNames names;

  /**
   * What a draft says besides the stack.
   *
   * @param scenario the name of the scenario
   * @param template the template file, relative to the scenario file
   * @param given the parameters that were given, by name
   * @param assumed the parameters that have neither a value nor a default, with made-up values
   */
  record DraftNames(
      String scenario, String template, Map<String, String> given, Map<String, String> assumed) {}

  ScenarioDraft(Stack stack, DraftNames names) {
    this.stack = stack;
    this.names = names;
  }

  /** Returns the text, in YAML. */
  String text() {
    return String.join(
        "\n",
        """
        # A first scenario for %s. It runs as it is; edit it until it tells your case.
        name: %s
        template: %s
        %s
        start: 2026-01-05T00:00:00Z    # a Monday; times of day are UTC
        duration: 24h
        seed: 1
        """
            .formatted(
                names.template, Yaml.text(names.scenario), Yaml.text(names.template), parameters()),
        workloads(),
        instances() + prices(),
        """
        # The objective that 'headroom check' tests.
        slo:
          latency: { p99: 500ms }
          errors: 0.1%
        """);
  }

  private String parameters() {
    if (names.given.isEmpty() && names.assumed.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n");
    text.append(names.given.isEmpty() ? "# parameters:\n" : "parameters:\n");
    names.given.forEach(
        (name, value) -> text.append("  %s: %s\n".formatted(name, Yaml.text(value))));
    if (!names.assumed.isEmpty()) {
      text.append("  # Without a default in the template; what is assumed for the simulation:\n");
      names.assumed.forEach(
          (name, value) -> text.append("  # %s: %s\n".formatted(name, Yaml.text(value))));
    }
    return text.toString();
  }

  private String workloads() {
    StringBuilder text =
        new StringBuilder(
            """
            # Put your own traffic here, as counts in a CSV file of your access log or CloudWatch:
            #   trace: { file: traffic.csv }
            workloads:
            """);
    for (String entrance : stack.destinations().entrances()) {
      DraftLoad load = DraftLoad.of(groupsBehind(entrance));
      text.append(
          """
            - to: %s
              # %s
              diurnal: { trough: %s/s, peak: %s/s }
              requests:
                demand: { exponential: { mean: %s } }    # work of one request on one vCPU
                timeout: 30s
          """
              .formatted(
                  entrance,
                  load.words(),
                  load.trough(),
                  load.peak(),
                  Notations.written(load.demand())));
    }
    return text.toString();
  }

  private List<AutoScalingGroupSpec> groupsBehind(String entrance) {
    Optional<LoadBalancerSpec> balancer =
        stack.loadBalancers().stream().filter(each -> each.name().equals(entrance)).findFirst();
    if (balancer.isEmpty()) {
      return Optional.ofNullable(stack.groups().get(entrance)).stream().toList();
    }
    List<String> targets =
        balancer.get().forwards().stream().map(forward -> forward.targetGroup().name()).toList();
    return stack.groups().values().stream()
        .filter(group -> group.targetGroups().stream().anyMatch(targets::contains))
        .toList();
  }

  private String prices() {
    Map<String, Money> assumed = new LinkedHashMap<>();
    for (AutoScalingGroupSpec group : stack.groups().values()) {
      InstanceType type = group.launchConfiguration().type();
      if (type.usdPerHour().isEmpty()) {
        assumed.put(type.name(), USD_PER_VCPU_HOUR.times(type.vCpus(), 1));
      }
    }
    if (assumed.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(
            """

            # No price is known for these. Assumed is what m5 costs for as many vCPUs: put the
            # real one, in US dollars an hour.
            prices:
            """);
    assumed.forEach(
        (type, price) ->
            text.append(
                "  %s: %s\n".formatted(type, price.toUsd().stripTrailingZeros().toPlainString())));
    return text.toString();
  }

  private String instances() {
    Map<String, String> lines = new LinkedHashMap<>();
    stack.groups().keySet().forEach(id -> lines.put(id, "  " + id + ": { boot: typical }"));
    return lines.values().stream()
        .collect(
            Collectors.joining(
                "\n",
                """
                # What a template does not know about its machines. boot: fast, typical, slow,
                # windows, or a law such as { lognormal: { mean: 90s, sd: 30s } }; see also
                # concurrency, acceptQueue.
                instances:
                """,
                "\n"));
  }
}
