package io.headroom.cli;

import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a run is, in simulated time, once it has taken longer than a second of real time.
 */
final class Progress implements RunMonitor, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Shell shell;
  private final Duration duration;
  private final LongSupplier nanoClock;
  private final long startNanos;
  private @Nullable ProgressBar bar;

  /**
   * Starts to wait for the second to pass.
   *
   * @param duration the length of the run, in simulated time
   * @param nanoClock real time, such as {@link System#nanoTime}
   */
  Progress(Shell shell, Duration duration, LongSupplier nanoClock) {
    this.shell = shell;
    this.duration = duration;
    this.nanoClock = nanoClock;
    this.startNanos = nanoClock.getAsLong();
  }

  @Override
  public boolean reached(long nowNanos) {
    if (bar == null && isLate()) {
      bar = start();
    }
    if (bar != null) {
      bar.stepTo(nowNanos / SimTime.SECOND);
    }
    return true;
  }

  private boolean isLate() {
    return shell.isTerminal(Shell.Stream.ERR)
        && nanoClock.getAsLong() - startNanos > PATIENCE.toNanos();
  }

  private ProgressBar start() {
    boolean hours = duration.toHours() >= 2;
    return new ProgressBarBuilder()
        .setTaskName("Simulating")
        .setInitialMax(duration.toSeconds())
        .setUnit(hours ? " h" : " min", hours ? 3_600 : 60)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setConsumer(new ConsoleProgressBarConsumer(shell.err()))
        .clearDisplayOnFinish()
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
