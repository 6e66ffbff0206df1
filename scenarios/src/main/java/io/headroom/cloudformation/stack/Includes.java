package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.TemplateNode;
import io.headroom.cloudformation.template.TemplateReader;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the local files that stand for the locations of {@code AWS::Include}. */
final class Includes {

  private static final String NAME = "AWS::Include";

  private final TemplateOptions options;
  private final Problems problems;

  Includes(TemplateOptions options, Problems problems) {
    this.options = options;
    this.problems = problems;
  }

  static boolean isInclude(TemplateNode node) {
    return node instanceof MapNode map && map.text("Name").filter(NAME::equals).isPresent();
  }

  /** Returns the map that a file holds; reports a location without a file. */
  MapNode read(MapNode include, String path) {
    String location = include.map("Parameters").text("Location").orElse("");
    Path file = options.includes().get(location);
    if (file == null) {
      problems.error(include.line(), path, "name a local file for the location '" + location + "'");
      return MapNode.empty(include.line());
    }
    Problems own = new Problems();
    Optional<TemplateNode> root = new TemplateReader(own, own).read(file);
    for (Problem each : own.list()) {
      problems.error(include.line(), path, file + ": " + each);
    }
    return root.orElse(null) instanceof MapNode map ? map : MapNode.empty(include.line());
  }
}
