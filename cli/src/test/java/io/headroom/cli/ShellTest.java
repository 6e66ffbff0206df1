package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cli.Shell.Stream;
import io.headroom.reports.TextStyle;
import io.headroom.reports.TextStyle.Colour;
import io.headroom.reports.TextStyle.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ShellTest {
  private static Shell shell(Set<Stream> terminals, Map<String, String> environment) {
    return shell(terminals, environment, StandardCharsets.UTF_8);
  }

  private static Shell shell(
      Set<Stream> terminals, Map<String, String> environment, Charset encoding) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return new Shell(nowhere, nowhere, terminals, environment, encoding);
  }

  @Test
  void terminal_isColoured() {
    Shell shell = shell(Set.of(Stream.OUT), Map.of("TERM", "xterm"));
    assertThat(shell.style(Colour.ON).colour()).isEqualTo(Colour.ON);
  }

  @Test
  void pipe_isPlain() {
    Shell shell = shell(Set.of(Stream.ERR), Map.of("TERM", "xterm"));
    assertThat(shell.style(Colour.ON)).isEqualTo(TextStyle.PLAIN);
  }

  @Test
  void noColor_isPlain() {
    Set<Stream> terminal = Set.of(Stream.OUT);
    assertThat(shell(terminal, Map.of("NO_COLOR", "1")).style(Colour.ON).colour())
        .isEqualTo(Colour.OFF);
    assertThat(shell(terminal, Map.of("TERM", "dumb")).style(Colour.ON).colour())
        .isEqualTo(Colour.OFF);
    assertThat(shell(terminal, Map.of()).style(Colour.OFF).colour()).isEqualTo(Colour.OFF);
  }

  /** The convention of no-color.org: a variable that is there but empty does not count. */
  @Test
  void emptyNoColor_doesNotCount() {
    Shell shell = shell(Set.of(Stream.OUT), Map.of("NO_COLOR", ""));
    assertThat(shell.style(Colour.ON).colour()).isEqualTo(Colour.ON);
  }

  @Test
  void terminalWithoutUnicode_getsAscii() {
    Shell terminal = shell(Set.of(Stream.OUT), Map.of(), StandardCharsets.US_ASCII);
    Shell pipe = shell(Set.of(), Map.of(), StandardCharsets.US_ASCII);
    assertThat(terminal.style(Colour.OFF).glyphs()).isEqualTo(Glyphs.ASCII);
    assertThat(pipe.style(Colour.OFF).glyphs()).isEqualTo(Glyphs.UNICODE);
  }

  @Test
  void width_isThatOfTheTerminal() {
    assertThat(shell(Set.of(), Map.of("COLUMNS", "120")).style(Colour.OFF).width()).isEqualTo(120);
    assertThat(shell(Set.of(), Map.of("COLUMNS", "10")).style(Colour.OFF).width()).isEqualTo(60);
    assertThat(shell(Set.of(), Map.of("COLUMNS", "wide")).style(Colour.OFF).width())
        .isEqualTo(TextStyle.PLAIN.width());
  }
}
