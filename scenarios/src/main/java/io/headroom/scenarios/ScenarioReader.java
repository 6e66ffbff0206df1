package io.headroom.scenarios;

import io.headroom.Scenario;
import io.headroom.ScenarioBuilder;
import io.headroom.SimulationSettings;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problem.Severity;
import io.headroom.cloudformation.template.Problems;
import io.headroom.scenarios.Overrides.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the tree of one scenario file, section by section. */
final class ScenarioReader {
  /** The keys of a scenario file, in the order in which one is usually written. */
  static final List<String> KEYS =
      List.of(
          "name",
          "description",
          "template",
          "parameters",
          "region",
          "start",
          "duration",
          "seed",
          "replication",
          "workloads",
          "instances",
          "prices",
          "slo",
          "faults",
          "policies",
          "assumptions");

  private final Path file;
  private final Problems problems = new Problems();
  private final OverriddenTree tree;
  private final StackReader stackReader;

  ScenarioReader(Path file, MapNode root, Overrides overrides) {
    this.file = file;
    this.tree = new OverriddenTree(root);
    this.stackReader = new StackReader(file, root);
    overrides.settings().forEach(this::override);
  }

  /** A path that begins with no key of a scenario file may begin with the id of a resource. */
  private void override(Setting setting) {
    DottedPath path = DottedPath.parse(setting.key());
    if (KEYS.contains(path.first()) || StackReader.SECTIONS.contains(path.first())) {
      tree.set(setting, path);
    } else if (stackReader.has(path)) {
      stackReader.set(setting, path);
    } else {
      Set<String> known = new LinkedHashSet<>(KEYS);
      known.addAll(stackReader.resources());
      tree.refuse(setting, List.copyOf(known));
    }
  }

  ScenarioReading read() {
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    Frame frame = new Frame(folder, Header.DEFAULT_START, java.time.Duration.ofHours(1), problems);
    Section head = new Section(tree.tree(), "", frame);
    head.has("description");
    Header header = Header.read(head, String.valueOf(file.getFileName()));
    Section root = head.in(frame.at(header.start(), header.duration()));
    Stack stack = stackReader.read(root);
    ScenarioBuilder scenario = parts(root, header, stack);
    root.finish();
    return result(scenario, stack);
  }
}
