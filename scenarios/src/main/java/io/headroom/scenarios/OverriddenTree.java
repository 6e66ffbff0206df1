package io.headroom.scenarios;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Nearest;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problem.Severity;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import io.headroom.cloudformation.template.TemplateReader;
import io.headroom.scenarios.Overrides.Setting;
import io.headroom.scenarios.TreeEdit.Edited;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tree of a file in which values were replaced. Knows which values came from where, so that
 * problems name the option of the command line and not the file.
 */
final class OverriddenTree {
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<FileProblem> problems = new ArrayList<>();
  private MapNode tree;

  OverriddenTree(MapNode tree) {
    this.tree = tree;
  }

  /** Replaces a value; a path that leads nowhere is a problem. */
  void set(Setting setting, DottedPath path) {
    Optional<Edited> edited = new TreeEdit(value(setting)).at(tree, path);
    edited.ifPresentOrElse(
        change -> {
          tree = (MapNode) change.tree();
          sources.put(change.place(), setting.source());
        },
        () -> problems.add(error(setting, "leads to no value; allowed: the path to a value")));
  }

  /** Says that the first step of a path is unknown. */
  void refuse(Setting setting, List<String> known) {
    String hint = Nearest.hint(DottedPath.parse(setting.key()).first(), known);
    problems.add(error(setting, "is not the path to a value" + hint + allowed(hint, known)));
  }

  private static String allowed(String hint, List<String> known) {
    return hint.isEmpty() ? "; allowed: a path that begins with " + String.join(", ", known) : "";
  }

  private static FileProblem error(Setting setting, String message) {
    return new FileProblem(setting.source(), 0, setting.key(), Severity.ERROR, message);
  }

  /** Reads the value as YAML; what is no YAML is a text. */
  private static TemplateNode value(Setting setting) {
    TemplateReader reader = new TemplateReader(new Problems(), new Problems());
    return reader.read(setting.value()).orElse(ScalarNode.of(setting.value(), 0)).atLine(0);
  }

  MapNode tree() {
    return tree;
  }

  /** Returns the problems with the paths themselves. */
  List<FileProblem> problems() {
    return problems;
  }

  /** Returns a problem of the tree with its source: the file, or the option that gave the value. */
  FileProblem located(Problem problem, String file) {
    return sources.entrySet().stream()
        .filter(entry -> covers(entry.getKey(), problem.path()))
        .reduce((earlier, later) -> later)
        .map(entry -> ofOption(problem, entry.getKey(), entry.getValue()))
        .orElseGet(() -> FileProblem.of(problem, file));
  }

  /** A template may hold what nobody knows, but a value that was set has to have an effect. */
  private static FileProblem ofOption(Problem problem, String place, String source) {
    FileProblem found = FileProblem.of(problem, source).withoutLine();
    return problem.isUnknownProperty() && problem.path().equals(place) ? found.asError() : found;
  }

  private static boolean covers(String place, String path) {
    return path.equals(place) || path.startsWith(place + ".") || path.startsWith(place + "[");
  }
}
