package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headroom.Cost;
import io.headroom.LatencySummary;
import io.headroom.SimulationResult;
import io.headroom.ec2.Money;
import io.headroom.sqs.QueueStatus;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ResultJsonTest {
  private static final List<String> PARTS =
      List.of("requests", "latency", "slo", "capacity", "cost");

  private static JsonNode parse(SimulationResult result) throws JsonProcessingException {
    return new JsonMapper().readTree(ResultJson.of(result));
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static void assertPartsHaveTheirKeys(JsonNode node) {
    assertThat(keys(node.get("requests")))
        .containsExactly("arrived", "completed", "rejected", "failed", "inFlight")
        .inOrder();
    assertThat(keys(node.get("latency")))
        .containsExactly("mean", "p50", "p90", "p95", "p99", "p999", "max")
        .inOrder();
    assertThat(keys(node.get("slo")))
        .containsExactly("violatingRequests", "violatingMinutes", "errorShare", "met")
        .inOrder();
    assertThat(keys(node.get("capacity")))
        .containsExactly(
            "min",
            "mean",
            "max",
            "instanceHours",
            "launches",
            "terminations",
            "scaleOuts",
            "scaleIns")
        .inOrder();
    assertThat(keys(node.get("cost")))
        .containsExactly("total", "compute", "storage", "loadBalancer", "monitoring")
        .inOrder();
  }

  @Test
  void result_hasTheKeysOfTheContract() throws JsonProcessingException {
    JsonNode json = parse(SampleResults.named("web").build());

    assertThat(keys(json))
        .containsExactly(
            "scenario",
            "seed",
            "replication",
            "simulatedSeconds",
            "wallSeconds",
            "events",
            "requests",
            "latency",
            "slo",
            "capacity",
            "cost",
            "groups")
        .inOrder();
    assertPartsHaveTheirKeys(json);
  }

  @Test
  void group_hasItsNameAndTheSameParts() throws JsonProcessingException {
    JsonNode groups =
        parse(SampleResults.named("web").group("front").group("back").build()).get("groups");

    assertThat(groups.size()).isEqualTo(2);
    assertThat(groups.get(0).get("name").textValue()).isEqualTo("front");
    assertThat(groups.get(1).get("name").textValue()).isEqualTo("back");
    List<String> expected = new ArrayList<>(PARTS);
    expected.add(0, "name");
    assertThat(keys(groups.get(1))).containsExactlyElementsIn(expected).inOrder();
    assertPartsHaveTheirKeys(groups.get(1));
  }

  @Test
  void queue_hasItsTotals() throws JsonProcessingException {
    QueueStatus jobs = new QueueStatus("Jobs", 40, 3, 2, 90_500_000_000L, 1_000, 900, 0, 50, 5);
    JsonNode json = parse(SampleResults.named("web").queue(jobs).build());

    assertThat(keys(json)).contains("queues");
    assertThat(json.get("queues").get(0).toString())
        .isEqualTo(
            "{\"name\":\"Jobs\",\"arrived\":1000,\"moved\":0,\"processed\":900,"
                + "\"deadLettered\":50,\"expired\":5,\"visible\":40,\"inFlight\":3,"
                + "\"delayed\":2,\"oldestSeconds\":90.5}");
  }

  @Test
  void result_isPrettyPrintedInOneOrder() {
    SimulationResult result =
        SampleResults.named("web")
            .requests(90, 7, 3, 1)
            .latency(SampleResults.LATENCY)
            .capacity(SampleResults.CAPACITY)
            .cost(SampleResults.COST)
            .build();

    assertThat(ResultJson.of(result))
        .isEqualTo(
            """
            {
              "scenario": "web",
              "seed": 42,
              "replication": 0,
              "simulatedSeconds": 86400,
              "wallSeconds": 2.5,
              "events": 45000000,
              "requests": {
                "arrived": 101,
                "completed": 90,
                "rejected": 7,
                "failed": 3,
                "inFlight": 1
              },
              "latency": {
                "mean": 0.0482,
                "p50": 0.0401,
                "p90": 0.0887,
                "p95": 0.121,
                "p99": 0.347,
                "p999": 0.912,
                "max": 4.53
              },
              "slo": {
                "violatingRequests": 0,
                "violatingMinutes": 0,
                "errorShare": 0,
                "met": true
              },
              "capacity": {
                "min": 4,
                "mean": 8.25,
                "max": 18,
                "instanceHours": 198.5,
                "launches": 21,
                "terminations": 19,
                "scaleOuts": 9,
                "scaleIns": 12
              },
              "cost": {
                "total": 36.872000001,
                "compute": 33.745,
                "storage": 0.217,
                "loadBalancer": 2.91,
                "monitoring": 0.000000001
              },
              "groups": []
            }
            """);
  }

  @Test
  void name_isEscaped() throws JsonProcessingException {
    String name = "a \"b\" \\ \n\u0007 café";

    assertThat(parse(SampleResults.named(name).build()).get("scenario").textValue())
        .isEqualTo(name);
  }

  @Test
  void numberThatDoesNotExist_isNull() throws JsonProcessingException {
    LatencySummary latency =
        new LatencySummary(Double.NaN, Double.POSITIVE_INFINITY, 0, 0, 0, 0, -1.0 / 0);

    JsonNode json = parse(SampleResults.named("web").latency(latency).build()).get("latency");

    assertThat(json.get("mean").isNull()).isTrue();
    assertThat(json.get("p50").isNull()).isTrue();
    assertThat(json.get("max").isNull()).isTrue();
    assertThat(json.get("p90").doubleValue()).isEqualTo(0);
  }

  @Test
  void doubles_haveNoNoise() {
    LatencySummary latency = new LatencySummary(0.1 + 0.2, 1e-9, 0, 0, 0, 0, 123_456_789.5);

    assertThat(ResultJson.of(SampleResults.named("web").latency(latency).build()))
        .contains(
            """
                "mean": 0.3,
                "p50": 0.000000001,
            """);
  }

  @Test
  void largeAmounts_areExact() {
    Money amount = Money.usd("9000000000.000000009");
    Cost cost = new Cost(amount, Money.ZERO, Money.ZERO, Money.ZERO);

    assertThat(ResultJson.of(SampleResults.named("web").cost(cost).build()))
        .contains("\"compute\": 9000000000.000000009,");
  }

  @Test
  void largeCounts_areExact() throws JsonProcessingException {
    JsonNode json = parse(SampleResults.named("web").requests(Long.MAX_VALUE, 0, 0, 0).build());

    assertThat(json.get("requests").get("completed").longValue()).isEqualTo(Long.MAX_VALUE);
  }

  @Property(tries = 200, seed = "42")
  void double_isReadBackToTwelveDigits(@ForAll double number) throws JsonProcessingException {
    LatencySummary latency = new LatencySummary(number, 0, 0, 0, 0, 0, 0);

    JsonNode json = parse(SampleResults.named("web").latency(latency).build());

    assertThat(json.get("latency").get("mean").doubleValue())
        .isWithin(Math.abs(number) * 1e-11)
        .of(number);
  }
}
