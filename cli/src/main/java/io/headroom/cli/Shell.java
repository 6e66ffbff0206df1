package io.headroom.cli;

import io.headroom.reports.TextStyle;
import io.headroom.reports.TextStyle.Colour;
import io.headroom.reports.TextStyle.Glyphs;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What surrounds the command: where it writes, and what is known about the other end.
 *
 * @param out standard output, in UTF-8
 * @param err standard error, in UTF-8
 * @param terminals which of the two a person reads on a terminal
 * @param environment the environment variables
 * @param encoding the encoding that a terminal expects
 */
record Shell(
    PrintStream out,
    PrintStream err,
    Set<Stream> terminals,
    Map<String, String> environment,
    Charset encoding) {

  /** The two streams that a command writes. */
  enum Stream {
    /** Standard output. */
    OUT(1),
    /** Standard error. */
    ERR(2);

    private final int descriptor;

    Stream(int descriptor) {
      this.descriptor = descriptor;
    }

    /** Java itself cannot tell standard error on a terminal from standard error in a file. */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on it errs on the side of a terminal
    boolean isTerminal() {
      try {
        Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
        return device.startsWith("/dev") && !device.endsWith("null");
      } catch (IOException | UnsupportedOperationException e) {
        return System.console() != null;
      }
    }
  }

  Shell {
    terminals = Set.copyOf(terminals);
    environment = Map.copyOf(environment);
  }

  /** Returns the shell that this process was started from. */
  static Shell ofProcess() {
    Set<Stream> terminals = EnumSet.allOf(Stream.class);
    terminals.removeIf(stream -> !stream.isTerminal());
    return new Shell(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        terminals,
        System.getenv(),
        Charset.forName(System.getProperty("native.encoding", "UTF-8")));
  }

  /** In UTF-8 whatever the locale, because a file or a pipe outlives it. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  boolean isTerminal(Stream stream) {
    return terminals.contains(stream);
  }

  /** Returns whether a stack trace may be shown: {@code HEADROOM_DEBUG=1}. */
  boolean showsStackTraces() {
    return "1".equals(environment.get("HEADROOM_DEBUG"));
  }

  /**
   * Returns how reports look on standard output.
   *
   * @param wish what the user asked for on the command line
   */
  TextStyle style(Colour wish) {
    boolean quiet =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    boolean coloured = wish == Colour.ON && !quiet && isTerminal(Stream.OUT);
    boolean ascii = isTerminal(Stream.OUT) && !encoding.equals(StandardCharsets.UTF_8);
    return TextStyle.PLAIN
        .colour(coloured ? Colour.ON : Colour.OFF)
        .glyphs(ascii ? Glyphs.ASCII : Glyphs.UNICODE)
        .fitting(columns());
  }

  private int columns() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : TextStyle.PLAIN.width();
  }
}
