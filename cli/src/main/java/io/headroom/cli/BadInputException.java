package io.headroom.cli;

import java.util.List;

/** Ends a command because of its input; each line is one problem. */
final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> lines;

  BadInputException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  BadInputException(String line) {
    this(List.of(line));
  }

  List<String> lines() {
    return lines;
  }
}
