package io.headroom.ec2;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The requests under way in one run that are not {@linkplain PlannedRequests planned}: a table of
 * rows in one primitive array.
 *
 * <p>A row is taken when a request is sent to a target and given back when it has left the machine,
 * so memory follows the number of requests under way, not the number served. Rows given back last
 * are taken first, and a row fills half a cache line, which keeps the rows in use close to the
 * processor. Not thread-safe.
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

  /** Columns of a row; a label holds state (8 bits), cell (24 bits) and server (32 bits). */
  private static final int ARRIVAL = 0;

  private static final int DEMAND = 1;
  private static final int SERIAL = 2;
  private static final int LABEL = 3;
  private static final int COLUMN_BITS = 2;
  private static final int STATE_MASK = 0xFF;
  private static final int CELL_SHIFT = 8;
  private static final int CELL_MASK = 0xFFFFFF;
  private static final int SERVER_SHIFT = 32;

  private long[] table = new long[256 << COLUMN_BITS];
  private int[] free = new int[256];
  private int freeCount;
  private int rows;

  /** Creates an empty table. */
  public Requests() {}

  /**
   * Takes a row. Its label is that of the request before until {@link #send} or {@link #probe}.
   *
   * @param arrivalNanos when it arrived, in nanoseconds since the start
   * @param demandNanos the work that it asks for, in nanoseconds of a vCPU
   * @return the number of the row
   */
  public int take(long arrivalNanos, long demandNanos) {
    int row = freeCount > 0 ? free[--freeCount] : newRow();
    int start = row << COLUMN_BITS;
    table[start + ARRIVAL] = arrivalNanos;
    table[start + DEMAND] = demandNanos;
    return row;
  }

  private int newRow() {
    if (rows == free.length) {
      free = Arrays.copyOf(free, 2 * rows);
      table = Arrays.copyOf(table, (2 * rows) << COLUMN_BITS);
    }
    return rows++;
  }

  /** Gives a row back. */
  public void release(int row) {
    table[(row << COLUMN_BITS) + LABEL] = FREE;
    free[freeCount++] = row;
  }

  /** Returns how many rows are in use. */
  public int inUse() {
    return rows - freeCount;
  }

  /** Hands the cell of every request that a client waits for to the consumer. */
  public void forEachAwaited(IntConsumer cells) {
    for (int row = 0; row < rows; row++) {
      if (state(row) == AWAITED) {
        cells.accept(cell(row));
      }
    }
  }

  /** Returns state, cell and server of a row in one number, for {@link #cell(long)}. */
  public long label(int row) {
    return table[(row << COLUMN_BITS) + LABEL];
  }

  /** Returns the state of a row. */
  public byte state(int row) {
    return (byte) label(row);
  }

  /** Marks a request whose client no longer waits. */
  public void abandon(int row) {
    table[(row << COLUMN_BITS) + LABEL] = (label(row) & ~STATE_MASK) | ABANDONED;
  }

  /** Returns when the request arrived, in nanoseconds since the start. */
  public long arrivalNanos(int row) {
    return table[(row << COLUMN_BITS) + ARRIVAL];
  }

  /** Returns the work that the request asks for, in nanoseconds of a vCPU. */
  public long demandNanos(int row) {
    return table[(row << COLUMN_BITS) + DEMAND];
  }

  /** Returns whether a label is that of a request whose client waits. */
  public static boolean isAwaited(long label) {
    return (label & STATE_MASK) == AWAITED;
  }

  /** Returns the number of the statistics cell or probe that a label holds. */
  public static int cell(long label) {
    return ((int) label >>> CELL_SHIFT) & CELL_MASK;
  }

  /** Returns the number of the statistics cell or probe that the request belongs to. */
  public int cell(int row) {
    return cell(label(row));
  }

  /** Returns the server that the request was sent to, -1 if it has none yet. */
  public int server(int row) {
    return (int) (label(row) >> SERVER_SHIFT);
  }

  /** Notes where an awaited request was sent and which cell, of at most 2^24, counts it. */
  public void send(int row, int server, int cell) {
    table[(row << COLUMN_BITS) + LABEL] =
        ((long) server << SERVER_SHIFT) | ((long) cell << CELL_SHIFT) | AWAITED;
  }

  /** Notes that a health check was sent to a server, and its number. */
  public void probe(int row, int server, int number) {
    table[(row << COLUMN_BITS) + LABEL] =
        ((long) server << SERVER_SHIFT) | ((long) number << CELL_SHIFT) | PROBE;
  }

  /** Notes the number of the request in its queue of deadlines. */
  public void serial(int row, long serial) {
    table[(row << COLUMN_BITS) + SERIAL] = serial;
  }

  /** Returns the number of the request in its queue of deadlines. */
  public long serial(int row) {
    return table[(row << COLUMN_BITS) + SERIAL];
  }

  /** Returns whether the row still holds the awaited request with this number. */
  public boolean awaits(int row, long expectedSerial) {
    return table[(row << COLUMN_BITS) + SERIAL] == expectedSerial && state(row) == AWAITED;
  }
}
