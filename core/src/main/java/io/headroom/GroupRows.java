package io.headroom;

import io.headroom.autoscaling.AutoScaling;
import java.util.List;

/**
 * The rows of the columns of all groups. While nothing changes, rows are counted and written later,
 * all at once.
 */
final class GroupRows {
  private final AutoScaling autoScaling;
  private final Utilisation utilisation;
  private final SeriesRecorder series;
  private List<GroupColumns> columns = List.of();
  private boolean wasIdle;
  private long changes;
  private int heldBack;

  GroupRows(AutoScaling autoScaling, Utilisation utilisation, SeriesRecorder series) {
    this.autoScaling = autoScaling;
    this.utilisation = utilisation;
    this.series = series;
  }

  /**
   * Adds the row of the minute that ends.
   *
   * @param isIdle whether no instance has come, gone or done anything in it and the one before
   * @param lengthNanos the length of the minute
   */
  void add(boolean isIdle, long lengthNanos) {
    if (isIdle && wasIdle && changes == autoScaling.changes()) {
      heldBack++;
      return;
    }
    release();
    if (columns.isEmpty()) {
      columns = autoScaling.groups().stream().map(g -> new GroupColumns(g, series)).toList();
    }
    utilisation.closeMinute(lengthNanos);
    columns.forEach(group -> group.record(utilisation));
    changes = autoScaling.changes();
    wasIdle = isIdle;
  }

  /** Writes the rows that were held back. */
  void release() {
    if (heldBack > 0) {
      columns.forEach(group -> group.repeat(heldBack));
      heldBack = 0;
    }
  }
}
