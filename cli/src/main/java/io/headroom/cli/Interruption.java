package io.headroom.cli;

import io.headroom.sim.RunMonitor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end at its next event when the user interrupts the command, and holds the process
 * until the run has ended.
 */
final class Interruption implements RunMonitor, AutoCloseable {
  private static final long LONGEST_WAIT_SECONDS = 5;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "interrupt");
  private volatile boolean asked;

  private Interruption() {}

  /** Starts to listen for the end of the process. */
  static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Asks the run to end and waits for it, but not for ever. */
  void interrupt() {
    asked = true;
    try {
      if (!ended.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean wasAsked() {
    return asked;
  }

  @Override
  public boolean reached(long nowNanos) {
    return !asked;
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, with or without this run.
      asked = true;
    }
  }
}
