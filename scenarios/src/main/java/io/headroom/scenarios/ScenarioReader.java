package io.headroom.scenarios;

import io.headroom.Scenario;
import io.headroom.ScenarioBuilder;
import io.headroom.cloudformation.template.MapNode;
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
          "queues",
          "instances",
          "hooks",
          "operations",
          "prices",
          "slo",
          "faults",
          "policies",
          "terminationFunctions",
          "forecasts",
          "assumptions");

  private final Path file;
  private final Problems problems = new Problems();
  private final OverriddenTree tree;
  private final List<Setting> ofResources = new ArrayList<>();

  ScenarioReader(Path file, MapNode root, Overrides overrides) {
    this.file = file;
    this.tree = new OverriddenTree(root);
    for (Setting setting : overrides.settings()) {
      DottedPath path = DottedPath.parse(setting.key());
      if (KEYS.contains(path.first()) || StackReader.SECTIONS.contains(path.first())) {
        tree.set(setting, path);
      } else {
        ofResources.add(setting);
      }
    }
  }

  ScenarioReading read() {
    Section head = new Section(tree.tree(), "", frame());
    Header header = Header.read(head, file);
    Section root = head.in(frame().at(header.start(), header.duration()));
    StackReader template = new StackReader(file, root);
    ofResources.forEach(setting -> overrideResource(template, setting));
    Stack stack = template.read();
    ScenarioBuilder scenario = scenario(root, header, stack);
    root.finish();
    return result(scenario, template.problems());
  }

  private Frame frame() {
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    return new Frame(folder, Header.DEFAULT_START, Header.DEFAULT_DURATION, problems);
  }

  private void overrideResource(StackReader template, Setting setting) {
    DottedPath path = DottedPath.parse(setting.key());
    if (!path.isLast() && template.resources().contains(path.first())) {
      template.set(setting, path);
    } else {
      Set<String> known = new LinkedHashSet<>(KEYS);
      known.addAll(template.resources());
      tree.refuse(setting, List.copyOf(known));
    }
  }

  private static ScenarioBuilder scenario(Section root, Header header, Stack stack) {
    ScenarioBuilder scenario =
        Scenario.builder(header.name())
            .start(header.start())
            .duration(header.duration())
            .seed(header.seed())
            .replication(header.replication())
            .loadBalancers(stack.loadBalancers())
            .groups(new GroupSections(root, stack).read())
            .alarms(stack.alarms())
            .compositeAlarms(stack.compositeAlarms())
            .slo(SloSection.read(root))
            .settings(AssumptionsSection.read(root));
    new WorkloadsSection(stack.destinations()).read(root).forEach(scenario::traffic);
    FaultsSection.read(root, stack).forEach(scenario::fault);
    stack.queues().forEach(scenario::queue);
    QueuesSection.read(root, stack).forEach(scenario::poller);
    return scenario;
  }

  private ScenarioReading result(ScenarioBuilder scenario, List<FileProblem> ofTemplate) {
    List<FileProblem> all = new ArrayList<>(tree.problems());
    problems.list().forEach(problem -> all.add(tree.located(problem, file.toString())));
    all.addAll(ofTemplate);
    if (all.stream().noneMatch(FileProblem::isError)) {
      scenario.problems().forEach(text -> all.add(FileProblem.error(file.toString(), text)));
    }
    all.sort(Comparator.comparing(FileProblem::severity));
    boolean runs = all.stream().noneMatch(FileProblem::isError);
    return new ScenarioReading(runs ? Optional.of(scenario.build()) : Optional.empty(), all);
  }
}
