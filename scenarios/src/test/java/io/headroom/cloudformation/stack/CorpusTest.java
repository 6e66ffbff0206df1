package io.headroom.cloudformation.stack;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.Template;
import io.headroom.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Published templates, read with nothing but their own defaults. */
final class CorpusTest {

  @Test
  void publishedTemplates_resolveWithoutErrors() throws IOException {
    List<Path> templates = templates();

    assertThat(templates).hasSize(68);
    for (Path each : templates) {
      Problems problems = new Problems();
      ResolvedStack stack =
          ResolvedStack.of(Template.read(each), TemplateOptions.defaults(), problems);
      assertWithMessage(each.toString()).that(stack.resources()).isNotEmpty();
      assertWithMessage(each.toString()).that(unexpected(each, problems)).isEmpty();
    }
  }

  /** One template has no images before it is released, and refuses to run without a token. */
  private static List<Problem> unexpected(Path template, Problems problems) {
    boolean unreleased = template.getFileName().toString().startsWith("buildkite__");
    return problems.list().stream().filter(Problem::isError).filter(p -> !unreleased).toList();
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(SharedData.path("data/templates"))) {
      return files.filter(file -> !file.endsWith("INDEX.tsv")).sorted().toList();
    }
  }
}
