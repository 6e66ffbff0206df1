package io.headroom.cloudwatch.math;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.testing.Rule;
import io.headroom.testing.vectors.VectorCheck;
import io.headroom.testing.vectors.VectorKinds;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The vectors about metric math. */
@Rule("cloudwatch 9.2.1")
@Rule("cloudwatch 9.2.2")
@Rule("cloudwatch 9.2.3")
@Rule("cloudwatch 9.3")
public final class MathKinds implements VectorKinds {
  @Override
  public String schema() {
    return "cloudwatch-vectors/1";
  }

  @Override
  public Map<String, VectorCheck> checks() {
    return Map.of("metric-math", MathKinds::check);
  }

  private static void check(JsonNode vector) {
    MathTable table = new MathTable().every(Duration.ofSeconds(vector.path("period").asLong(60)));
    vector
        .get("inputs")
        .properties()
        .forEach(input -> table.with(input.getKey(), values(input.getValue())));
    MathSeries value = (MathSeries) table.value(vector.get("expression").asText());
    double[] expected = values(vector.get("expected"));
    assertThat(value.size()).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertWithMessage("bucket %s", i).that(value.has(i)).isEqualTo(!Double.isNaN(expected[i]));
      if (value.has(i)) {
        assertWithMessage("bucket %s", i).that(value.value(i)).isWithin(1e-9).of(expected[i]);
      }
    }
  }

  private static double[] values(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(value -> value.isNull() ? Double.NaN : value.asDouble())
        .toArray();
  }
}
