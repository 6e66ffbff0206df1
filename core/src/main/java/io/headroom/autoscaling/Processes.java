package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.ScalingProcess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The processes of one group, and which of them are suspended.
 *
 * <p>"Suspend and resume a process for an Auto Scaling group", Amazon EC2 Auto Scaling User Guide.
 */
final class Processes {
  private final Set<ScalingProcess> suspended = EnumSet.noneOf(ScalingProcess.class);
  private final Map<ScalingProcess, List<Runnable>> onResume = new EnumMap<>(ScalingProcess.class);

  Processes(Collection<ScalingProcess> suspended) {
    this.suspended.addAll(suspended);
  }

  /** Adds what shall happen when a process is resumed, after those added before. */
  void onResume(ScalingProcess process, Runnable action) {
    onResume.computeIfAbsent(process, key -> new ArrayList<>()).add(action);
  }

  boolean isSuspended(ScalingProcess process) {
    return suspended.contains(process);
  }

  boolean isActive(ScalingProcess process) {
    return !isSuspended(process);
  }

  void suspend(Collection<ScalingProcess> processes) {
    suspended.addAll(processes);
  }

  /** Resumes processes; those that were active stay so without further effect. */
  void resume(Collection<ScalingProcess> processes) {
    List<ScalingProcess> resumed = processes.stream().filter(suspended::remove).toList();
    resumed.forEach(each -> onResume.getOrDefault(each, List.of()).forEach(Runnable::run));
  }
}
