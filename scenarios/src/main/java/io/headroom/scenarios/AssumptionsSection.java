package io.headroom.scenarios;

import io.headroom.SimulationSettings;

/**
 * Reads {@code assumptions: {timings: ..., alarms: ..., elb: ..., metrics: ..., metricDelays: ...,
 * autoScaling: ..., spot: ...}}: whatever AWS leaves open.
 */
final class AssumptionsSection {
  private AssumptionsSection() {}

  static SimulationSettings read(Section root) {
    Section section = root.section("assumptions").orElse(root.emptyAt("assumptions"));
    return new SimulationSettings(
        TimingsSection.read(section),
        AlarmSettingsSection.read(section, root.start()),
        ElbSettingsSection.read(section),
        MetricSettingsSection.read(section),
        AutoScalingSettingsSection.read(section),
        SpotSection.read(section));
  }
}
