package io.headroom.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.CapacitySummary;
import io.headroom.Cost;
import io.headroom.GroupResult;
import io.headroom.LatencySummary;
import io.headroom.RequestCounts;
import io.headroom.SimulationResult;
import io.headroom.SloOutcome;
import io.headroom.autoscaling.refresh.InstanceRefresh;
import io.headroom.ec2.Money;
import io.headroom.sim.SimTime;
import io.headroom.sqs.QueueStatus;

/**
 * A result as JSON. The keys and their order are a contract; times are in seconds, money is in US
 * dollars, shares are in [0, 1].
 *
 * <p>A number that does not exist (NaN) is {@code null}. Doubles are rounded to 12 significant
 * digits, money is exact. Lines end with a line feed on every machine.
 */
public final class ResultJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ResultJson() {}

  /** Returns the result as one pretty-printed object with a line feed at the end. */
  public static String of(SimulationResult result) {
    try {
      return writer().writeValueAsString(tree(result)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values could not be written", e);
    }
  }

  private static ObjectWriter writer() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("");
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return JsonMapper.builder()
        .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
        .build()
        .writer(
            new DefaultPrettyPrinter(separators)
                .withObjectIndenter(lines)
                .withArrayIndenter(lines));
  }

  private static ObjectNode tree(SimulationResult result) {
    ObjectNode node = NODES.objectNode();
    node.put("scenario", result.scenario().name());
    node.put("seed", result.scenario().seed());
    node.put("replication", result.scenario().replication());
    number(node, "simulatedSeconds", result.simulatedSeconds());
    number(node, "wallSeconds", result.wallSeconds());
    node.put("events", result.events());
    node.set("requests", requests(result.requests()));
    node.set("latency", latency(result.latency()));
    node.set("slo", slo(result.slo()));
    node.set("capacity", capacity(result.capacity()));
    node.set("cost", cost(result.cost()));
    var groups = node.putArray("groups");
    result.groups().forEach(group -> groups.add(group(group)));
    if (!result.refreshes().isEmpty()) {
      var refreshes = node.putArray("refreshes");
      result.refreshes().forEach(refresh -> refreshes.add(refresh(refresh)));
    }
    if (!result.queues().isEmpty()) {
      var queues = node.putArray("queues");
      result.queues().forEach(queue -> queues.add(queue(queue)));
    }
    return node;
  }

  private static ObjectNode queue(QueueStatus queue) {
    ObjectNode node = NODES.objectNode();
    node.put("name", queue.name());
    node.put("arrived", queue.sent());
    node.put("moved", queue.moved());
    node.put("processed", queue.deleted());
    node.put("deadLettered", queue.deadLettered());
    node.put("expired", queue.expired());
    node.put("visible", queue.visible());
    node.put("inFlight", queue.inFlight());
    node.put("delayed", queue.delayed());
    number(node, "oldestSeconds", SimTime.seconds(queue.oldestNanos()));
    return node;
  }

  private static ObjectNode refresh(InstanceRefresh refresh) {
    ObjectNode node = NODES.objectNode();
    node.put("id", refresh.id());
    node.put("group", refresh.group());
    node.put("status", refresh.status().awsName());
    node.put("statusReason", refresh.statusReason());
    number(node, "startSeconds", SimTime.seconds(refresh.startNanos()));
    number(node, "endSeconds", refresh.endNanos().map(SimTime::seconds).orElse(Double.NaN));
    node.put("percentageComplete", refresh.percentageComplete());
    node.put("instances", refresh.instances());
    node.put("replaced", refresh.replaced());
    return node;
  }

  private static ObjectNode group(GroupResult group) {
    ObjectNode node = NODES.objectNode();
    node.put("name", group.name());
    node.set("requests", requests(group.requests()));
    node.set("latency", latency(group.latency()));
    node.set("slo", slo(group.slo()));
    node.set("capacity", capacity(group.capacity()));
    node.set("cost", cost(group.cost()));
    return node;
  }

  private static ObjectNode requests(RequestCounts requests) {
    return NODES
        .objectNode()
        .put("arrived", requests.arrived())
        .put("completed", requests.completed())
        .put("rejected", requests.rejected())
        .put("failed", requests.failed())
        .put("inFlight", requests.inFlight());
  }

  private static ObjectNode latency(LatencySummary latency) {
    ObjectNode node = NODES.objectNode();
    number(node, "mean", latency.mean());
    number(node, "p50", latency.p50());
    number(node, "p90", latency.p90());
    number(node, "p95", latency.p95());
    number(node, "p99", latency.p99());
    number(node, "p999", latency.p999());
    number(node, "max", latency.max());
    return node;
  }

  private static ObjectNode slo(SloOutcome slo) {
    ObjectNode node = NODES.objectNode();
    node.put("violatingRequests", slo.violatingRequests());
    node.put("violatingMinutes", slo.violatingMinutes());
    number(node, "errorShare", slo.errorShare());
    node.put("met", slo.met());
    return node;
  }

  private static ObjectNode capacity(CapacitySummary capacity) {
    ObjectNode node = NODES.objectNode();
    node.put("min", capacity.min());
    number(node, "mean", capacity.mean());
    node.put("max", capacity.max());
    number(node, "instanceHours", capacity.instanceHours());
    node.put("launches", capacity.launches());
    node.put("terminations", capacity.terminations());
    node.put("scaleOuts", capacity.scaleOuts());
    node.put("scaleIns", capacity.scaleIns());
    return node;
  }

  private static ObjectNode cost(Cost cost) {
    ObjectNode node = NODES.objectNode();
    money(node, "total", cost.total());
    money(node, "compute", cost.compute());
    money(node, "storage", cost.storage());
    money(node, "loadBalancer", cost.loadBalancer());
    money(node, "monitoring", cost.monitoring());
    return node;
  }

  private static void number(ObjectNode node, String key, double number) {
    PlainNumber.of(number)
        .ifPresentOrElse(decimal -> node.put(key, decimal), () -> node.putNull(key));
  }

  private static void money(ObjectNode node, String key, Money amount) {
    node.put(key, PlainNumber.strip(amount.toUsd()));
  }
}
