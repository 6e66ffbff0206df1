package io.headroom.cli;

import io.headroom.scenarios.FileProblem;
import io.headroom.scenarios.TemplateImport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headroom import}: says what a template holds and writes a first scenario for it. */
@Command(
    name = "import",
    description =
        "Says what was understood of a CloudFormation template, and writes a scenario to edit.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  headroom import web.yaml",
      "  headroom import web.yaml -p InstanceType=c5.large -p MaxSize=20",
      "  headroom import stack.template --to scenarios/stack.yaml --force"
    })
final class ImportCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "1", paramLabel = "TEMPLATE", description = "The template, JSON or YAML.")
  private Path template = Path.of("");

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "KEY=VALUE",
      description = "The value of a parameter of the template.")
  private List<String> parameters = new ArrayList<>();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "The scenario file to write; by default NAME-scenario.yaml in the working directory.")
  private @Nullable Path to;

  @Option(names = "--force", description = "Replace the scenario file if there is one.")
  private boolean force;

  ImportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (template.toString().isBlank()) {
      throw new BadInputException("TEMPLATE: found an empty name; allowed: a file");
    }
    TemplateImport imported = TemplateImport.of(template, parameters());
    if (imported.hasErrors()) {
      throw new BadInputException(problems(imported));
    }
    Path scenario = Optional.ofNullable(to).orElse(Path.of(imported.name() + "-scenario.yaml"));
    refuseToReplace(scenario);
    write(scenario, imported.scenario(scenario));
    shell.out().print(imported.report().text());
    shell.out().printf("%nWrote %s; edit it, then: headroom run %s%n", scenario, scenario);
    return ExitCode.DONE.number();
  }

  /** The errors, and after them the warnings, one of which may tell what led to an error. */
  private static List<String> problems(TemplateImport imported) {
    List<String> lines = new ArrayList<>();
    for (FileProblem problem : imported.problems()) {
      if (!problem.isNote()) {
        lines.add((problem.isError() ? "" : "warning: ") + problem);
      }
    }
    return lines;
  }

  private Map<String, String> parameters() {
    Map<String, String> values = new LinkedHashMap<>();
    KeyValue.all("-p", parameters, "InstanceType=c5.large")
        .forEach(given -> values.put(given.key(), given.value()));
    return values;
  }

  private void refuseToReplace(Path scenario) {
    if (Files.isDirectory(scenario)) {
      throw new BadInputException(
          "--to %s: found a directory; allowed: a file".formatted(scenario));
    }
    if (Files.exists(scenario) && !force) {
      throw new BadInputException(
          scenario + ": exists already; --force replaces it, --to FILE writes another");
    }
  }

  /** Writes beside the file and moves into place, so that a write that fails leaves what was. */
  private static void write(Path scenario, String text) {
    Path partial = scenario.resolveSibling("." + scenario.getFileName() + ".partial");
    try {
      Files.writeString(partial, text);
      Files.move(partial, scenario, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadInputException(scenario + ": cannot be written: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    return e instanceof AccessDeniedException ? "no permission" : String.valueOf(e.getMessage());
  }
}
