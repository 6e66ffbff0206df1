package io.headroom.cli;

@picocli.CommandLine.Command(
    name = "import",
    footerHeading = "%nExamples:%n",
    footer = "  headroom import x",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {
  ImportCommand(Shell s) {}

  public void run() {}
}
