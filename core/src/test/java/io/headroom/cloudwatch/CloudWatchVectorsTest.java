package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.testing.Rule;
import io.headroom.testing.SharedData;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the vectors of the CloudWatch specification, one dynamic test each. */
class CloudWatchVectorsTest {
  /** Kinds of parts that do not exist yet, or that another package has. */
  private static final Set<String> NOT_HERE =
      Set.of("metric-math", "composite-rule", "composite-suppression", "ec2-credit");

  private static final Map<String, Consumer<JsonNode>> CHECKS =
      Map.ofEntries(
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

  @TestFactory
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
  Stream<DynamicTest> vectors() throws IOException {
    JsonNode vectors =
        new ObjectMapper()
            .readTree(SharedData.vectors("cloudwatch-alarms.json").toFile())
            .get("vectors");
    assertWithMessage("vectors").that(vectors.size()).isAtLeast(100);
    return StreamSupport.stream(vectors.spliterator(), false)
        .map(vector -> dynamicTest(vector.get("id").asText(), () -> check(vector)));
  }

  private static void check(JsonNode vector) {
    String kind = vector.get("kind").asText();
    Assumptions.assumeFalse(NOT_HERE.contains(kind), "not implemented yet: " + kind);
    Consumer<JsonNode> check = CHECKS.get(kind);
    assertWithMessage("check for kind %s", kind).that(check).isNotNull();
    if (check != null) {
      check.accept(vector);
    }
  }
}
