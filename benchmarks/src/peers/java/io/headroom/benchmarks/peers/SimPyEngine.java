package io.headroom.benchmarks.peers;

import io.headroom.benchmarks.race.Result;
import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.Work;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * SimPy, a process for each request, in the {@code python3} on the path (or the one that the
 * property {@code python} names). Measures itself, without the start of the interpreter.
 */
final class SimPyEngine {
  /** The Python that runs it. */
  static final String PYTHON = System.getProperty("python", "python3");

  private final Balancing balancing;

  SimPyEngine(Balancing balancing) {
    this.balancing = balancing;
  }

  /** Returns whether Python and SimPy are there. */
  static boolean isThere() {
    try {
      Process process = new ProcessBuilder(PYTHON, "-c", "import simpy").start();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Result run(Work work) {
    try (InputStream program = SimPyEngine.class.getResourceAsStream("queues.py")) {
      if (program == null) {
        throw new IllegalStateException("queues.py is missing from the jar");
      }
      Path file = Files.createTempFile("queues", ".py");
      Files.copy(program, file, StandardCopyOption.REPLACE_EXISTING);
      Process process =
          new ProcessBuilder(command(file, work))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      List<String> lines = process.inputReader().lines().toList();
      Files.delete(file);
      String[] figures = lines.get(0).split(" ", -1);
      return new Result(
          work.requests(),
          Double.parseDouble(figures[0]),
          Double.parseDouble(figures[1]),
          Double.parseDouble(figures[2]),
          Double.NaN);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private List<String> command(Path file, Work work) {
    return List.of(
        PYTHON,
        file.toString(),
        Integer.toString(work.instances()),
        Integer.toString(work.workers()),
        Double.toString(work.requestsPerSecond()),
        Double.toString(work.meanSeconds()),
        Long.toString(work.requests()),
        balancing.name());
  }
}
