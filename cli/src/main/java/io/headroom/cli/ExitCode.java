package io.headroom.cli;

/** How the command ended, for the shell. */
enum ExitCode {
  /** The command did what it was asked. */
  DONE(0),
  /** {@code check}: the objective does not hold. */
  OBJECTIVE_MISSED(1),
  /** The input has errors; one line for each stands on standard error. */
  BAD_INPUT(2),
  /** Headroom itself failed. */
  INTERNAL_ERROR(3),
  /** The user ended the run; the number is that of shells for the signal INT. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
