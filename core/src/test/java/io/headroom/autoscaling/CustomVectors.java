package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.termination.CustomTermination;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The checks of vectors about a custom termination policy: instances are launched one by one at the
 * times of the vector, then a function is asked at a scale-in.
 */
final class CustomVectors {
  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:choose";

  private CustomVectors() {}

  static void selectTermination(JsonNode given, JsonNode expected) {
    List<JsonNode> launches = new ArrayList<>();
    given.get("instances").forEach(launches::add);
    launches.sort(Comparator.comparing(each -> each.get("launchTime").asText()));
    List<String> ids = launches.stream().map(each -> each.get("id").asText()).toList();
    Instant first = Instant.parse(launches.get(0).get("launchTime").asText());
    List<TimedOperation> operations = new ArrayList<>();
    for (JsonNode each : launches) {
      operations.add(at(first, each.get("launchTime").asText(), operations.size() + 1));
    }
    operations.add(at(first, given.get("now").asText(), ids.size() - given.get("count").asInt()));
    FleetFixture run = new FleetFixture(Timings.immediate());
    run.start(
        group(given)
            .lifecycle(LifecycleSettings.NONE.operations(operations))
            .fleet(FleetSettings.NONE.termination(returning(run, ids, given))));

    run.runTo(Duration.between(first, Instant.parse(given.get("now").asText())).toSeconds() + 30);

    assertThat(chosen(run, ids)).isEqualTo(texts(expected.get("ids")));
  }

  private static AutoScalingGroupSpec.Builder group(JsonNode given) {
    List<TerminationPolicy> others =
        texts(given.get("policies")).stream()
            .flatMap(name -> TerminationPolicy.named(name).stream())
            .toList();
    return web().desired(0).zones(List.of("a")).terminationPolicies(others);
  }

  private static TimedOperation at(Instant first, String time, int desired) {
    return new TimedOperation(
        Duration.between(first, Instant.parse(time)),
        new GroupOperation.SetDesired(desired, Cooldown.IGNORE));
  }

  /** The ids of the vector are those of the launches, in order. */
  private static CustomTermination returning(FleetFixture run, List<String> ids, JsonNode given) {
    return CustomTermination.of(
        ARN,
        request ->
            texts(given.get("lambdaReturns")).stream()
                .map(id -> run.run.instance(ids.indexOf(id)).id())
                .toList());
  }

  private static List<String> chosen(FleetFixture run, List<String> ids) {
    return run.run.terminations().stream()
        .map(activity -> activity.instance().orElseThrow())
        .map(id -> ids.get(ordinal(run, id).orElseThrow()))
        .toList();
  }

  private static Optional<Integer> ordinal(FleetFixture run, String id) {
    List<String> all = run.run.ec2.instances().stream().map(each -> each.id()).toList();
    return Optional.of(all.indexOf(id)).filter(index -> index >= 0);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
