package io.headroom.ec2;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The requests under way in one run, as rows of primitive arrays.
 *
 * <p>A row is taken when a request is sent to a target and given back when it has left the machine,
 * so memory follows the number of requests under way, not the number served. Rows given back last
 * are taken first, which keeps them in the processor's cache. Not thread-safe.
 */
public final class Requests {
  /** The row is not in use. */
  public static final byte FREE = 0;

  /** A client waits for the answer. */
  public static final byte AWAITED = 1;

  /** The client has gone or was told of an error; the machine still works on the request. */
  public static final byte ABANDONED = 2;

  /** A health check of a load balancer. */
  public static final byte PROBE = 3;

  private long[] arrivalNanos = new long[256];
  private long[] demandNanos = new long[256];
  private long[] serial = new long[256];
  private int[] cell = new int[256];
  private int[] server = new int[256];
  private byte[] state = new byte[256];
  private int[] free = new int[256];
  private int freeCount;
  private int rows;

  /** Creates an empty table. */
  public Requests() {}

  /**
   * Takes a row.
   *
   * @param newState what kind of request it is
   * @param newArrivalNanos when it arrived, in nanoseconds since the start
   * @param newDemandNanos the work that it asks for, in nanoseconds of a vCPU
   * @return the number of the row
   */
  public int take(byte newState, long newArrivalNanos, long newDemandNanos) {
    int row = freeCount > 0 ? free[--freeCount] : newRow();
    state[row] = newState;
    arrivalNanos[row] = newArrivalNanos;
    demandNanos[row] = newDemandNanos;
    return row;
  }

  private int newRow() {
    if (rows == state.length) {
      int length = 2 * rows;
      arrivalNanos = Arrays.copyOf(arrivalNanos, length);
      demandNanos = Arrays.copyOf(demandNanos, length);
      serial = Arrays.copyOf(serial, length);
      cell = Arrays.copyOf(cell, length);
      server = Arrays.copyOf(server, length);
      state = Arrays.copyOf(state, length);
      free = Arrays.copyOf(free, length);
    }
    return rows++;
  }

  /** Gives a row back. */
  public void release(int row) {
    state[row] = FREE;
    free[freeCount++] = row;
  }

  /** Returns how many rows are in use. */
  public int inUse() {
    return rows - freeCount;
  }

  /** Hands the cell of every request that a client waits for to the consumer. */
  public void forEachAwaited(IntConsumer cells) {
    for (int row = 0; row < rows; row++) {
      if (state[row] == AWAITED) {
        cells.accept(cell[row]);
      }
    }
  }

  /** Returns the state of a row. */
  public byte state(int row) {
    return state[row];
  }

  /** Marks a request whose client no longer waits. */
  public void abandon(int row) {
    state[row] = ABANDONED;
  }

  /** Returns when the request arrived, in nanoseconds since the start. */
  public long arrivalNanos(int row) {
    return arrivalNanos[row];
  }

  /** Returns the work that the request asks for, in nanoseconds of a vCPU. */
  public long demandNanos(int row) {
    return demandNanos[row];
  }

  /** Returns the number of the statistics cell or probe that the request belongs to. */
  public int cell(int row) {
    return cell[row];
  }

  /** Returns the server that the request was sent to. */
  public int server(int row) {
    return server[row];
  }

  /** Notes where the request was sent and which cell counts it. */
  public void assign(int row, int newServer, int newCell) {
    server[row] = newServer;
    cell[row] = newCell;
  }

  /** Notes the number of the request in its queue of deadlines. */
  public void serial(int row, long newSerial) {
    serial[row] = newSerial;
  }

  /** Returns whether the row still holds the awaited request with this number. */
  public boolean awaits(int row, long expectedSerial) {
    return state[row] == AWAITED && serial[row] == expectedSerial;
  }
}
