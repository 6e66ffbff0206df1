package io.headroom.cli;

import io.headroom.cloudformation.template.Problem;
import io.headroom.scenarios.TemplateImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code headroom import}: says what was understood of a template and writes a scenario to edit.
 */
@Command(
    name = "import",
    description = "Reads a CloudFormation template and writes a first scenario for it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  headroom import web.yaml",
      "  headroom import web.yaml -p InstanceType=c5.large -p MaxInstances=12",
      "  headroom import stack.json --to black-friday.yaml --force"
    })
final class ImportCommand implements Runnable {
  private final Shell shell;

  @Parameters(arity = "1", paramLabel = "TEMPLATE", description = "The template, YAML or JSON.")
  private Path template = Path.of("");

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "KEY=VALUE",
      description = "The value of a parameter of the template.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where to write the scenario; by default NAME-scenario.yaml here.")
  private @Nullable Path to;

  @Option(names = "--force", description = "Overwrite the scenario if it is there.")
  private boolean force;

  ImportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    TemplateImport read = TemplateImport.of(template, parameters);
    if (read.hasErrors()) {
      List<String> errors =
          read.report().problems().stream().filter(Problem::isError).map(this::located).toList();
      throw new BadInputException(errors);
    }
    Path scenario = scenario();
    if (!force && Files.exists(scenario)) {
      throw new BadInputException(
          scenario + ": is there already; allowed: another file with --to, or --force");
    }
    shell.out().println(read.report().text());
    write(scenario, read.scenario(scenario));
    shell.out().println();
    shell.out().println("Wrote " + scenario + ". Next: headroom run " + scenario);
  }

  private String located(Problem problem) {
    String place = problem.line() > 0 ? template + ":" + problem.line() : template.toString();
    String field = problem.path().isEmpty() ? "" : problem.path() + ": ";
    return place + ": " + field + problem.message();
  }

  private Path scenario() {
    Path file = to;
    return file == null ? Path.of(TemplateImport.baseName(template) + "-scenario.yaml") : file;
  }

  /** Writes beside the target first, so that nothing is ever half written. */
  private static void write(Path scenario, String text) {
    Path partial = scenario.resolveSibling("." + scenario.getFileName() + ".partial");
    try {
      Files.writeString(partial, text);
      Files.move(partial, scenario, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadInputException(
          scenario
              + ": cannot be written: "
              + e.getMessage()
              + "; allowed: a file in a folder that"
              + " exists");
    }
  }
}
