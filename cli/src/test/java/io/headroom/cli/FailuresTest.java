package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.sim.Phase;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.SimulationFailure;
import io.headroom.sim.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class FailuresTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Command(name = "headroom")
  private static final class Nothing {}

  private int handle(Exception failure, Map<String, String> environment) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Shell shell = new Shell(stream, stream, Set.of(), environment, StandardCharsets.UTF_8);
    CommandLine command = new CommandLine(new Nothing());
    return new Failures(shell).handleExecutionException(failure, command, command.parseArgs());
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static Exception failedRun() {
    Simulator simulator = new Simulator();
    simulator.schedule(
        90 * SimTime.SECOND,
        Phase.ACT,
        "launch of i-1",
        () -> {
          throw new IllegalStateException("no such zone\nat all");
        });
    return assertThrows(
        SimulationFailure.class, () -> simulator.runUntil(SimTime.HOUR, RunMonitor.NONE));
  }

  @Test
  void failedEvent_isNamedWithItsTimeOnOneLine() {
    assertThat(handle(failedRun(), Map.of())).isEqualTo(3);
    assertThat(said())
        .isEqualTo(
            "headroom: event 'launch of i-1' failed at 00:01:30 of the run"
                + " (java.lang.IllegalStateException: no such zone; at all); this is a fault of"
                + " Headroom: please report it with the command line and the scenario"
                + " (HEADROOM_DEBUG=1 shows where it happened)\n");
  }

  @Test
  void stackTrace_isShownOnRequestOnly() {
    handle(failedRun(), Map.of("HEADROOM_DEBUG", "1"));
    assertThat(said()).contains("\tat io.headroom.");
  }

  @Test
  void problemsOfTheInput_areOneLineEach() {
    assertThat(handle(new BadInputException(List.of("a.yaml:1: x", "a.yaml:2: y")), Map.of()))
        .isEqualTo(2);
    assertThat(said()).isEqualTo("a.yaml:1: x\na.yaml:2: y\n");
  }

  @Test
  void interruptedRun_hasTheShellsCode() {
    assertThat(handle(new InterruptedRunException("interrupted"), Map.of())).isEqualTo(130);
    assertThat(said()).isEmpty();
  }
}
