package io.headroom.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a small template and a scenario for it, both of which a test may change. */
final class InputFolder {
  static final String TEMPLATE =
      """
      Parameters:
        InstanceType:
          Type: String
          Default: m5.large
          AllowedValues: [m5.large, m5.xlarge]
      Resources:
        Balancer:
          Type: AWS::ElasticLoadBalancing::LoadBalancer
          Properties:
            AvailabilityZones: [us-east-1a, us-east-1b]
            Listeners:
              - { LoadBalancerPort: "80", InstancePort: "80", Protocol: HTTP }
            HealthCheck:
              { Target: "HTTP:80/", Interval: "10", Timeout: "5", HealthyThreshold: "2",
                UnhealthyThreshold: "3" }
        Launch:
          Type: AWS::AutoScaling::LaunchConfiguration
          Properties:
            ImageId: ami-0example0000000000
            InstanceType: !Ref InstanceType
        Group:
          Type: AWS::AutoScaling::AutoScalingGroup
          Properties:
            AvailabilityZones: [us-east-1a, us-east-1b]
            LaunchConfigurationName: !Ref Launch
            LoadBalancerNames: [!Ref Balancer]
            MinSize: "2"
            MaxSize: "6"
      """;

  static final String SCENARIO =
      """
      name: small
      template: web.yaml
      duration: 20m
      seed: 3
      workloads:
        - poisson: { rate: 20/s }
          requests: { demand: 20ms }
      instances:
        Group: { boot: 30s }
      slo:
        latency: { p99: 500ms }
        errors: 1%
      assumptions: { timings: deterministic }
      """;

  private final Path folder;

  InputFolder(Path folder) {
    this.folder = folder;
    write("web.yaml", TEMPLATE);
    write("scenario.yaml", SCENARIO);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Writes a file and returns its whole name. */
  String write(String name, String text) {
    try {
      return Files.writeString(path(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a part of the scenario, which must be there. */
  String scenarioWith(String part, String other) {
    return write("scenario.yaml", replaced(SCENARIO, part, other));
  }

  /** Replaces a part of the template, which must be there. */
  String templateWith(String part, String other) {
    write("web.yaml", replaced(TEMPLATE, part, other));
    return path("scenario.yaml").toString();
  }

  private static String replaced(String text, String part, String other) {
    if (!text.contains(part)) {
      throw new IllegalArgumentException("no such part: " + part);
    }
    return text.replace(part, other);
  }

  /**
   * Calls the command with the scenario and returns what stands on standard error, without paths.
   */
  List<String> refusal(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check", path("scenario.yaml").toString()));
    all.addAll(List.of(arguments));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    if (run.code() != 2 || !run.out().isEmpty()) {
      throw new AssertionError("not refused: " + run);
    }
    return run.errors().stream().map(this::withoutFolder).toList();
  }

  String withoutFolder(String text) {
    return text.replace(folder + "/", "");
  }

  /** Returns the names of the files in the folder. */
  List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
