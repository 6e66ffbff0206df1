package io.headroom.cli;

import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import java.time.Duration;
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
  private final long startNanos = System.nanoTime();
  private @Nullable ProgressBar bar;

  Progress(Shell shell, Duration duration) {
    this.shell = shell;
    this.duration = duration;
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
        && System.nanoTime() - startNanos > PATIENCE.toNanos();
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
