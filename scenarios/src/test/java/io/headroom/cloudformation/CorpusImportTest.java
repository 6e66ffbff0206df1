package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.cloudformation.stack.TemplateOptions;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Template;
import io.headroom.testing.Rule;
import io.headroom.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Published templates, imported with nothing but their own defaults. */
final class CorpusImportTest {

  /** What keeps a template from being simulated as published, by the beginning of its name. */
  private static final Map<String, String> FAULTS =
      new TreeMap<>(
          Map.of(
              "F5Networks__f5-aws", "the template has no Auto Scaling group to simulate",
              "aws-cloudformation__aws-cloudformation-templates__aws__solutions__Fetch-AMI",
                  "parameter InstanceType has no value and no default",
              "aws-samples__aws-refarch-moodle__templates__04-web", "Max bound, 1, must be",
              "aws-samples__ecs-blue-green-deployment", "must be below MaxSize, which is 1",
              "buildkite__elastic-ci-stack-for-aws", "You must provide BuildkiteAgentToken"));

  private static ImportedStack read(Path template) {
    return ImportedStack.of(Template.read(template), TemplateOptions.defaults());
  }

  @Test
  void publishedTemplates_simulateOrSayWhatTheyLack() throws IOException {
    List<String> lacking = new ArrayList<>();
    for (Path template : templates()) {
      ImportedStack stack = read(template);
      String name = template.getFileName().toString();
      if (stack.hasErrors()) {
        lacking.add(name);
        assertWithMessage(name).that(firstError(stack)).contains(expected(name));
      } else {
        assertWithMessage(name).that(stack.groups()).isNotEmpty();
      }
    }
    assertThat(lacking).hasSize(FAULTS.size());
  }

  private static String firstError(ImportedStack stack) {
    Problem first = stack.problems().get(0);
    return first.message();
  }

  private static String expected(String name) {
    return FAULTS.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("no error, this template is expected to simulate");
  }

  @Test
  @Rule("cloudformation 12")
  void twinsInJsonAndYaml_giveTheSameModel() throws IOException {
    Map<String, List<Path>> twins = twins();

    assertThat(twins).hasSize(5);
    twins.forEach(
        (stem, pair) -> {
          assertWithMessage(stem).that(pair).hasSize(2);
          assertWithMessage(pair.toString()).that(model(pair.get(0))).isEqualTo(model(pair.get(1)));
        });
  }

  /** The templates that the index marks as twins, by the name that they share. */
  private static Map<String, List<Path>> twins() throws IOException {
    Map<String, List<Path>> twins = new TreeMap<>();
    for (String line : Files.readAllLines(SharedData.path("data/templates/INDEX.tsv"))) {
      List<String> cells = List.of(line.split("\t", -1));
      if (cells.get(13).equals("yes")) {
        twins
            .computeIfAbsent(stem(cells.get(0)), stem -> new ArrayList<>())
            .add(SharedData.path("data/templates/" + cells.get(0)));
      }
    }
    return twins;
  }

  /** The name of a file in its repository, without extension. */
  private static String stem(String file) {
    return file.substring(file.lastIndexOf("__"), file.lastIndexOf('.'));
  }

  private static List<Object> model(Path template) {
    ImportedStack stack = read(template);
    return List.of(stack.loadBalancers(), stack.groups(), stack.alarms());
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(SharedData.path("data/templates"))) {
      return files.filter(file -> !file.endsWith("INDEX.tsv")).sorted().toList();
    }
  }
}
