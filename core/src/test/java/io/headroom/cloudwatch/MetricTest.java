package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricTest {
  private static final Metric CPU = Metric.of("AWS/EC2", "CPUUtilization");

  @Test
  @Rule("cloudwatch 1.1")
  @Rule("cloudwatch 1.2")
  void identity_isTheSetOfDimensionsNotTheirOrder() {
    Metric one = CPU.with("Server", "Prod").with("Domain", "Rio");
    Metric other = CPU.with("Domain", "Rio").with("Server", "Prod");
    assertThat(one).isEqualTo(other);
    assertThat(one).isNotEqualTo(CPU.with("Server", "Prod"));
    assertThat(one.toString()).isEqualTo("AWS/EC2 CPUUtilization {Domain=Rio, Server=Prod}");
    assertThat(CPU.toString()).isEqualTo("AWS/EC2 CPUUtilization");
  }

  @Test
  void order_isNamespaceNameDimensions() {
    assertThat(CPU).isLessThan(CPU.with("A", "1"));
    assertThat(CPU.with("A", "1")).isLessThan(CPU.with("A", "2"));
    assertThat(CPU.with("A", "2")).isLessThan(CPU.with("B", "1"));
    assertThat(CPU.with("B", "1")).isLessThan(Metric.of("AWS/ELB", "A"));
  }

  @Test
  void dimensions_cannotBeChanged() {
    Map<String, String> dimensions = CPU.with("A", "1").dimensions();
    assertThrows(UnsupportedOperationException.class, () -> dimensions.put("B", "2"));
  }

  @ParameterizedTest
  @Rule("cloudwatch 1.4")
  @CsvSource({
    "':a', m, d, v, namespace",
    "'a b', m, d, v, namespace",
    "'', m, d, v, namespace",
    "N, ' ', d, v, metric name",
    "N, m, ':d', v, dimension name",
    "N, m, é, v, dimension name",
    "N, m, d, '', value of dimension d",
    "N, m, d, é, value of dimension d",
  })
  void brokenLimit_isNamed(String namespace, String name, String key, String value, String part) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Metric(namespace, name, Map.of(key, value)));
    assertThat(refused).hasMessageThat().startsWith(part + " '");
  }

  @Test
  @Rule("cloudwatch 1.4")
  @Rule("cloudwatch 12")
  void thirtyDimensions_areAllowedAndOneMoreIsNot() {
    Map<String, String> dimensions = new TreeMap<>();
    for (int i = 0; i < 30; i++) {
      dimensions.put("d" + i, "v");
    }
    Metric full = new Metric("N", "m", dimensions);
    assertThat(full.dimensions()).hasSize(30);
    assertThrows(IllegalArgumentException.class, () -> full.with("more", "v"));
  }
}
