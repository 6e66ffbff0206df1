package io.headroom.reports;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.ScalingActivity;
import java.util.Comparator;
import java.util.List;

/**
 * The activity log as text, with the fields of {@code DescribeScalingActivities} (Amazon EC2 Auto
 * Scaling API Reference) and in its order: those under way first, then newest first (autoscaling
 * M7).
 */
public final class ActivityLog {
  private static final Comparator<ScalingActivity> API_ORDER =
      Comparator.<ScalingActivity, Boolean>comparing(activity -> activity.endNanos().isPresent())
          .thenComparing(Comparator.comparingLong(ScalingActivity::startNanos).reversed())
          .thenComparing(Comparator.comparingInt(ScalingActivity::id).reversed());

  /** The column where values begin. */
  private static final int VALUES = 22;

  private final WallClock clock;
  private final StringBuilder text = new StringBuilder();

  private ActivityLog(WallClock clock) {
    this.clock = clock;
  }

  /** Returns the log, one block of lines for each activity; empty without any. */
  public static String of(SimulationResult result) {
    ActivityLog log = new ActivityLog(WallClock.of(result));
    result.activities().stream().sorted(API_ORDER).forEach(log::add);
    return log.text.toString();
  }

  private void add(ScalingActivity activity) {
    text.append(text.isEmpty() ? "" : "\n");
    field("ActivityId", Integer.toString(activity.id()));
    field("AutoScalingGroupName", activity.group());
    field("Description", activity.description());
    List<String> clauses = Cause.clauses(activity.cause());
    for (int i = 0; i < clauses.size(); i++) {
      field(i == 0 ? "Cause" : "", clauses.get(i));
    }
    field("StartTime", clock.iso(activity.startNanos()));
    activity.endNanos().ifPresent(end -> field("EndTime", clock.iso(end)));
    field("StatusCode", activity.status().awsName());
    field("Progress", Integer.toString(activity.progress()));
    if (!activity.statusMessage().isEmpty()) {
      field("StatusMessage", activity.statusMessage());
    }
  }

  private void field(String name, String value) {
    String printable = value.replaceAll("\\p{Cntrl}", " ");
    text.append(name).append(" ".repeat(VALUES - name.length())).append(printable).append('\n');
  }
}
