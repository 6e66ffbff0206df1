package io.headroom.cli;

import io.headroom.reports.TextStyle;
import io.headroom.reports.TextStyle.Colour;
import picocli.CommandLine.Option;

/** The option that keeps reports plain. */
final class ColourOption {
  @Option(
      names = "--no-color",
      description = "No colours; the variable NO_COLOR and output that is no terminal do the same.")
  private boolean plain;

  TextStyle style(Shell shell) {
    return shell.style(plain ? Colour.OFF : Colour.ON);
  }
}
