package io.headroom.benchmarks.builds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.benchmarks.race.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A comparison as JSON. */
final class ComparisonJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Comparison comparison;

  ComparisonJson(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Returns one pretty-printed object with a line feed at the end. */
  String text() {
    SignTest test = comparison.test();
    ObjectNode node = NODES.objectNode();
    node.put("before", comparison.before().toString());
    node.put("after", comparison.after().toString());
    node.put("java", Runtime.version().toString());
    node.put("rounds", test.rounds());
    node.put("roundsNeeded", test.needed() > test.rounds() ? null : test.needed());
    node.put("level", SignTest.LEVEL);
    ArrayNode cases = node.putArray("cases");
    comparison.cases().forEach(each -> cases.add(tree(each)));
    add(node.putArray("onlyInOne"), comparison.onlyInOne());
    return node.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
  }

  private ObjectNode tree(Case each) {
    ObjectNode node = NODES.objectNode();
    node.put("name", each.name());
    node.put("control", each.isControl());
    node.put("unit", each.unit());
    node.put("verdict", comparison.verdict(each).name().toLowerCase(Locale.ROOT));
    node.set("time", ratios(each, Sample::cpuNanosPerUnit));
    node.set("wallTime", ratios(each, Sample::wallNanosPerUnit));
    node.set("before", build(each, Pair::before));
    node.set("after", build(each, Pair::after));
    add(node.putArray("otherResults"), each.differences());
    add(node.putArray("unsteadyResults"), each.unsteady());
    return node;
  }

  private static ObjectNode ratios(Case each, ToDoubleFunction<Sample> figure) {
    List<Double> ratios = each.ratios(figure);
    ObjectNode node = spread(Spread.of(ratios));
    ArrayNode rounds = node.putArray("rounds");
    ratios.forEach(rounds::add);
    return node;
  }

  private static ObjectNode build(Case each, Function<Pair, Sample> build) {
    ObjectNode node = NODES.objectNode();
    node.set("cpuNanos", spread(each.spread(build, Sample::cpuNanosPerUnit)));
    node.set("wallNanos", spread(each.spread(build, Sample::wallNanosPerUnit)));
    node.set("bytes", spread(each.spread(build, Sample::bytesPerUnit)));
    return node;
  }

  private static ObjectNode spread(Spread spread) {
    return NODES
        .objectNode()
        .put("median", spread.median())
        .put("min", spread.min())
        .put("max", spread.max());
  }

  private static void add(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
