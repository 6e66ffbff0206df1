package io.headroom.cloudwatch;

import io.headroom.testing.Rule;
import io.headroom.testing.vectors.VectorCheck;
import io.headroom.testing.vectors.VectorKinds;
import java.util.Map;

/** The kinds of vectors about metrics, statistics and metric alarms. */
@Rule("cloudwatch 1.2")
@Rule("cloudwatch 3.3")
@Rule("cloudwatch 4")
@Rule("cloudwatch 4.3")
@Rule("cloudwatch 4.6")
@Rule("cloudwatch 7.1")
@Rule("cloudwatch 7.2")
@Rule("cloudwatch 7.3.1")
@Rule("cloudwatch 7.3.4")
@Rule("cloudwatch 7.3.5")
@Rule("cloudwatch 7.3.7")
@Rule("cloudwatch 7.4")
@Rule("cloudwatch 7.5")
@Rule("cloudwatch 7.8.3")
@Rule("cloudwatch 12")
@Rule("cloudwatch 13")
public final class CloudWatchKinds implements VectorKinds {
  @Override
  public String schema() {
    return "cloudwatch-vectors/1";
  }

  @Override
  public Map<String, VectorCheck> checks() {
    return Map.ofEntries(
        Map.entry("alarm-missing-data", AlarmVectors::missingData),
        Map.entry("alarm-sequence", AlarmVectors::sequence),
        Map.entry("alarm-timed", AlarmVectors::timed),
        Map.entry("alarm-multiday", AlarmVectors::multiDay),
        Map.entry("comparison", AlarmVectors::comparison),
        Map.entry("evaluation-schedule", AlarmVectors::schedule),
        Map.entry("evaluation-window", AlarmVectors::window),
        Map.entry("action-invocation", AlarmVectors::actions),
        Map.entry("low-sample", AlarmVectors::lowSample),
        Map.entry("validation", AlarmVectors::validation),
        Map.entry("statistics", MetricVectors::statistics),
        Map.entry("extended-statistics", MetricVectors::extendedStatistics),
        Map.entry("query-alignment", MetricVectors::queryAlignment),
        Map.entry("metric-identity", MetricVectors::identity));
  }
}
