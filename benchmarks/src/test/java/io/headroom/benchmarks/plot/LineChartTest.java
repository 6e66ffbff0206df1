package io.headroom.benchmarks.plot;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class LineChartTest {

  private static LineChart chart() {
    LineChart chart = new LineChart("speed < light", "instances", "1/s");
    chart.add("Headroom", List.of(new LineChart.Point(1, 1e6), new LineChart.Point(100, 1e7)));
    return chart;
  }

  @Test
  void svg_isWellFormedAndHasOneLineForEachSeries() throws Exception {
    byte[] bytes = chart().toSvg().getBytes(StandardCharsets.UTF_8);

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));

    assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(1);
    assertThat(document.getDocumentElement().getTextContent()).contains("speed < light");
  }

  @Test
  void axis_placesPowersOfTenEvenly() {
    LogAxis axis = LogAxis.of(List.of(1.0, 100.0), 0, 10);

    assertThat(axis.place(10)).isWithin(1e-9).of(5);
    assertThat(axis.ticks()).containsExactly(1.0, 10.0, 100.0).inOrder();
  }

  @Test
  void axis_rejectsZero() {
    assertThrows(IllegalArgumentException.class, () -> LogAxis.of(List.of(0.0), 0, 1));
  }
}
