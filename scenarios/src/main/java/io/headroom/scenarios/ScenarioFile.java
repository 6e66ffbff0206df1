package io.headroom.scenarios;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problem.Severity;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.TemplateNode;
import io.headroom.cloudformation.template.TemplateReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A scenario file: YAML (or JSON) with a template, traffic, an objective and assumptions. Reading
 * it finds all problems of the file, its template and its traces at once and throws none of them.
 */
public final class ScenarioFile {
  private ScenarioFile() {}

  /** Reads a scenario file as it stands. */
  public static ScenarioReading read(Path file) {
    return read(file, Overrides.NONE);
  }

  /** Reads a scenario file with other values in place of some of its own. */
  public static ScenarioReading read(Path file, Overrides overrides) {
    Problems problems = new Problems();
    Problems duplicates = new Problems();
    Optional<TemplateNode> tree = new TemplateReader(problems, duplicates).read(file);
    duplicates
        .list()
        .forEach(
            twice -> problems.error(twice.line(), twice.path(), "stands here for the second time"));
    Optional<MapNode> root = tree.flatMap(node -> root(node, file, problems));
    List<FileProblem> errors = errors(file, problems);
    return root.map(map -> new ScenarioReader(file, map, overrides).read().with(errors))
        .orElseGet(() -> new ScenarioReading(Optional.empty(), errors));
  }

  private static Optional<MapNode> root(TemplateNode node, Path file, Problems problems) {
    if (!(node instanceof MapNode map)) {
      problems.error(
          1,
          "",
          "found %s; allowed: a map with the parts of a scenario".formatted(node.kindName()));
      return Optional.empty();
    }
    if (isTemplate(map)) {
      problems.error(
          0,
          "",
          "this is a CloudFormation template; make a scenario from it with 'headroom import %s'"
              .formatted(file));
      return Optional.empty();
    }
    return Optional.of(map);
  }

  /** A scenario can hold the sections of a template too, but never these alone. */
  private static boolean isTemplate(MapNode map) {
    return map.get("Resources").isPresent()
        && map.get("duration").isEmpty()
        && map.get("workloads").isEmpty();
  }

  private static List<FileProblem> errors(Path file, Problems problems) {
    return problems.list().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .map(problem -> FileProblem.of(problem, file.toString()))
        .toList();
  }
}
