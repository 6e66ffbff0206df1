package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.LOAD;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchConfiguration.Source;
import io.headroom.sim.RandomStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The checks of vectors about choices: zones, instances that leave, policies. */
final class ChoiceVectors {
  private ChoiceVectors() {}

  static void launchZones(JsonNode given, JsonNode expected) {
    if (given.path("distribution").asText().equals("balanced-only")) {
      LiveVectors.balancedOnly(given, expected);
      return;
    }
    Map<String, Integer> counts = new TreeMap<>();
    given.get("counts").properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
    Set<String> failing = new TreeSet<>(texts(given.path("failing")));
    List<String> zones = List.copyOf(counts.keySet());
    ZoneBalance balance = new ZoneBalance(() -> zones, new RandomStream(1));
    for (int i = 0; i < given.get("launch").asInt(); i++) {
      counts.merge(balance.choose(counts, failing).orElseThrow(), 1, Integer::sum);
    }
    if (expected.has("sortedCounts")) {
      List<Integer> sorted = new ArrayList<>();
      expected.get("sortedCounts").forEach(count -> sorted.add(count.asInt()));
      assertThat(counts.values().stream().sorted().toList()).isEqualTo(sorted);
    } else {
      expected
          .get("counts")
          .properties()
          .forEach(e -> assertThat(counts).containsEntry(e.getKey(), e.getValue().asInt()));
    }
  }

  private record Candidate(
      String id, String zone, long launchNanos, LaunchConfiguration configuration, boolean isFree)
      implements TerminationCandidate {}

  static void selectTermination(JsonNode given, JsonNode expected) {
    if (given.path("group").has("mixed")) {
      FleetVectors.purchaseOptionThatLeaves(given, expected);
      return;
    }
    if (given.has("lambdaReturns")) {
      CustomVectors.selectTermination(given, expected);
      return;
    }
    List<Candidate> candidates = new ArrayList<>();
    given.get("instances").forEach(instance -> candidates.add(candidate(instance)));
    TerminationChoice choice =
        new TerminationChoice(
            texts(given.get("policies")).stream()
                .flatMap(name -> TerminationPolicy.named(name).stream())
                .toList(),
            new ConfigurationAge(configuration(given.get("group")), byCreation(given)),
            new RandomStream(1),
            TerminationChoice.Fit.ALIKE);
    long nowNanos = nanos(given.get("now").asText());

    List<Candidate> chosen =
        choice.choose(candidates, Candidate::isFree, given.get("count").asInt(), nowNanos);

    assertThat(chosen.stream().map(Candidate::id).toList()).isEqualTo(texts(expected.get("ids")));
  }

  private static Candidate candidate(JsonNode instance) {
    return new Candidate(
        instance.get("id").asText(),
        instance.get("az").asText(),
        nanos(instance.get("launchTime").asText()),
        configuration(instance.get("config")),
        !instance.path("protected").asBoolean());
  }

  private static LaunchConfiguration configuration(JsonNode config) {
    InstanceType type = InstanceType.of("m5.large");
    return config.has("launchTemplate")
        ? LaunchConfiguration.of(
                config.get("launchTemplate").asText(), Source.LAUNCH_TEMPLATE, type)
            .version(config.get("version").asInt())
        : LaunchConfiguration.of(
            config.get("launchConfiguration").asText(), Source.LAUNCH_CONFIGURATION, type);
  }

  private static List<String> byCreation(JsonNode given) {
    Map<String, String> names = new TreeMap<>();
    given
        .path("launchConfigurations")
        .forEach(each -> names.put(each.get("created").asText(), each.get("name").asText()));
    return List.copyOf(names.values());
  }

  private static long nanos(String instant) {
    return Duration.between(Instant.EPOCH, Instant.parse(instant)).toNanos();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  static void terminationPolicies(JsonNode given, JsonNode expected) {
    List<String> names = texts(given.get("policies"));
    if (expected.get("valid").asBoolean()) {
      AutoScalingGroupSpec group = GroupFixture.web().terminationPolicyNames(names).build();
      int functions = group.fleet().termination().isPresent() ? 1 : 0;
      assertThat(group.terminationPolicies()).hasSize(names.size() - functions);
    } else {
      AutoScalingException refused =
          assertThrows(
              AutoScalingException.class, () -> GroupFixture.web().terminationPolicyNames(names));
      assertThat(refused.refusals().get(0).code().awsName())
          .isEqualTo(expected.get("error").asText());
    }
  }

  static void resolvePolicies(JsonNode given, JsonNode expected) {
    List<ScalingPolicy> policies = new ArrayList<>();
    for (JsonNode proposal : given.get("proposals")) {
      policies.add(
          ScriptedPolicy.of(proposal.get("policy").asText(), ScriptedPolicy.WARMUP)
              .at(60, proposal.get("to").asInt()));
    }
    assertThat(desiredAfter(given, policies)).isEqualTo(expected.get("desired").asInt());
  }

  static void multiTargetTracking(JsonNode given, JsonNode expected) {
    List<ScalingPolicy> policies = new ArrayList<>();
    for (JsonNode policy : given.get("policies")) {
      policies.add(tracking(policy));
    }
    assertThat(desiredAfter(given, policies)).isEqualTo(expected.get("desired").asInt());
  }

  static void mixedPolicyKinds(JsonNode given, JsonNode expected) {
    List<ScalingPolicy> policies = new ArrayList<>();
    policies.add(
        ScriptedPolicy.of("step", ScriptedPolicy.WARMUP).at(60, given.at("/step/to").asInt()));
    given.get("targetTracking").forEach(policy -> policies.add(tracking(policy)));
    assertThat(desiredAfter(given, policies)).isEqualTo(expected.get("desired").asInt());
  }

  /** A policy that is ready has an alarm that goes off; one without data watches another metric. */
  private static ScalingPolicy tracking(JsonNode policy) {
    String name = policy.path("id").asText("tracking");
    String ready = policy.get("ready").asText();
    boolean off = ready.equals("in") || ready.equals("out");
    AlarmSpec alarm =
        AlarmSpec.when(
                ready.equals("insufficientData") ? LOAD.with("None", "none") : LOAD,
                Statistic.AVERAGE)
            .isAbove(off ? 0 : 100)
            .named(name)
            .build();
    int need = policy.path("need").asInt();
    Pacing.ScaleIn scaleIn =
        policy.path("disableScaleIn").asBoolean()
            ? Pacing.ScaleIn.DISABLED
            : Pacing.ScaleIn.UNANIMOUS;
    return AlarmedPolicy.of(
        name,
        new Pacing.Warmup(Optional.empty(), scaleIn),
        alarm,
        context ->
            ready.equals("out")
                ? ScalingDecision.atLeast(need, "out")
                : ScalingDecision.atMost(need, "in"));
  }

  private static int desiredAfter(JsonNode given, List<ScalingPolicy> policies) {
    GroupFixture run = new GroupFixture();
    run.start(GroupFixture.web().max(100).desired(given.get("desired").asInt()).policies(policies));
    return run.load(50, 0, 60).runTo(60).desired();
  }
}
