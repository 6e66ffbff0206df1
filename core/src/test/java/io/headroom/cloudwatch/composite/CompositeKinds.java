package io.headroom.cloudwatch.composite;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.testing.Rule;
import io.headroom.testing.vectors.VectorCheck;
import io.headroom.testing.vectors.VectorKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The vectors about composite alarms: rules, and action suppression. */
@Rule("cloudwatch 8.2")
@Rule("cloudwatch 8.4")
@Rule("cloudwatch 8.suppression")
public final class CompositeKinds implements VectorKinds {
  @Override
  public String schema() {
    return "cloudwatch-vectors/1";
  }

  @Override
  public Map<String, VectorCheck> checks() {
    return Map.of(
        "composite-rule", CompositeKinds::rule, "composite-suppression", CompositeKinds::suppress);
  }

  private static void rule(JsonNode vector) {
    JsonNode states = vector.get("childStates");
    AlarmState state =
        AlarmRule.parse(vector.get("rule").asText())
            .evaluate(child -> AlarmState.valueOf(states.get(child).asText()));
    assertThat(state.toString()).isEqualTo(vector.get("expectedState").asText());
  }

  private static void suppress(JsonNode vector) {
    Suppression machine =
        new Suppression(
            vector.get("waitPeriod").asLong(),
            vector.get("extensionPeriod").asLong(),
            vector.get("initialSuppressor").asText().equals("ALARM"));
    JsonNode composite = vector.get("compositeTransitions");
    JsonNode suppressor = vector.get("suppressorTransitions");
    List<String> actions = new ArrayList<>();
    String state = vector.get("initialComposite").asText();
    for (long time : times(composite, suppressor)) {
      boolean runs = machine.reached(time);
      for (JsonNode change : suppressor) {
        if (change.get(0).asLong() == time) {
          runs |= machine.suppressorChanged(time, change.get(1).asText().equals("ALARM"));
        }
      }
      for (JsonNode change : composite) {
        if (change.get(0).asLong() == time) {
          state = change.get(1).asText();
          runs |= machine.compositeChanged(time);
        }
      }
      if (runs) {
        actions.add(time + " " + state);
      }
    }
    List<String> expected = new ArrayList<>();
    vector
        .get("expectedActions")
        .forEach(each -> expected.add(each.get(0).asLong() + " " + each.get(1).asText()));
    assertThat(actions).containsExactlyElementsIn(expected).inOrder();
  }

  /** Every instant up to well after the last change. */
  private static SortedSet<Long> times(JsonNode composite, JsonNode suppressor) {
    SortedSet<Long> times = new TreeSet<>();
    composite.forEach(change -> times.add(change.get(0).asLong()));
    suppressor.forEach(change -> times.add(change.get(0).asLong()));
    long last = times.last();
    for (long time = times.first(); time < last + 20; time++) {
      times.add(time);
    }
    return times;
  }
}
