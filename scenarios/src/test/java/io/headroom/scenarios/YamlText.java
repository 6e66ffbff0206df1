package io.headroom.scenarios;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.TemplateReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A section made from a text, and the problems that reading it leaves. */
final class YamlText {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Problems problems = new Problems();
  private final Section section;

  YamlText(String... lines) {
    MapNode map =
        new TemplateReader(problems, problems)
            .read(String.join("\n", lines))
            .map(MapNode.class::cast)
            .orElseThrow();
    section = new Section(map, "", new Frame(Path.of("."), NOON, Duration.ofHours(1), problems));
  }

  Section section() {
    return section;
  }

  /** Returns the problems, those of unknown keys included. */
  List<String> problems() {
    section.finish();
    return problems.list().stream().map(Problem::toString).toList();
  }
}
