package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.fleet.InstanceOverride;
import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.fleet.OnDemandAllocationStrategy;
import io.headroom.autoscaling.fleet.PoolOffer;
import io.headroom.autoscaling.fleet.PoolOrder;
import io.headroom.autoscaling.fleet.PurchaseSplit;
import io.headroom.autoscaling.fleet.UnitLimits;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.InstanceTypes;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.Money;
import io.headroom.ec2.PurchaseOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** The checks of vectors about mixed groups and weights. */
final class FleetVectors {
  private static final InstancesDistribution DEFAULT = InstancesDistribution.DEFAULT;

  private FleetVectors() {}

  static void mixedSplit(JsonNode given, JsonNode expected) {
    InstancesDistribution distribution =
        DEFAULT.onDemand(
            given.path("base").asInt(DEFAULT.onDemandBase()),
            given.path("percentageAboveBase").asInt(DEFAULT.onDemandPercentage()));
    for (int i = 0; i < given.get("totals").size(); i++) {
      JsonNode split = expected.get("splits").get(i);
      assertThat(distribution.split(given.get("totals").get(i).asInt()))
          .isEqualTo(
              new PurchaseSplit(
                  split.get("base").asInt(),
                  split.get("onDemandAbove").asInt(),
                  split.get("spot").asInt()));
    }
  }

  static void mixedDefaults(JsonNode given, JsonNode expected) {
    assertThat(
            Map.of(
                "OnDemandBaseCapacity", Integer.toString(DEFAULT.onDemandBase()),
                "OnDemandPercentageAboveBaseCapacity",
                    Integer.toString(DEFAULT.onDemandPercentage()),
                "OnDemandAllocationStrategy", DEFAULT.onDemandStrategy().awsName(),
                "SpotAllocationStrategy", DEFAULT.spotStrategy().awsName(),
                "SpotInstancePools", Integer.toString(DEFAULT.spotPools())))
        .isEqualTo(texts(expected));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  static void onDemandOrder(JsonNode given, JsonNode expected) {
    TreeSet<String> unavailable = new TreeSet<>();
    given.get("unavailable").forEach(each -> unavailable.add(each.asText()));
    List<PoolOffer> offers = new ArrayList<>();
    given.get("overrides").forEach(type -> offers.add(offer(type.asText(), "0.1", 1)));
    OnDemandAllocationStrategy strategy =
        OnDemandAllocationStrategy.named(given.get("strategy").asText()).orElseThrow();

    Optional<String> first =
        new PoolOrder(DEFAULT.onDemandStrategy(strategy), 0.5)
            .of(PurchaseOption.ON_DEMAND, offers).stream()
                .map(offer -> offer.override().launch().type().name())
                .filter(type -> !unavailable.contains(type))
                .findFirst();

    assertThat(first).hasValue(expected.get("first").asText());
  }

  private static PoolOffer offer(String type, String usdPerUnit, int weight) {
    return new PoolOffer(
        InstanceOverride.of(launch(type, "9"), weight), Money.usd(usdPerUnit), 1, 0);
  }

  /** Types that the built-in table lacks are made up: vectors name old and large ones. */
  private static LaunchConfiguration launch(String type, String usdPerHour) {
    InstanceType known =
        InstanceTypes.find(type).orElse(new InstanceType(type, 2, 4, Optional.empty()));
    return LaunchConfiguration.of(
        "lt",
        LaunchConfiguration.Source.LAUNCH_TEMPLATE,
        known.withUsdPerHour(Money.usd(usdPerHour)));
  }

  /** Each type is a pool in each zone; lowest-price uses so many of them in each zone (MX6). */
  static void spotPools(JsonNode given, JsonNode expected) {
    int types = given.get("types").asInt();
    List<PoolOffer> zone = new ArrayList<>();
    for (int i = 0; i < types; i++) {
      zone.add(offer("t" + i + ".large", "0.0" + (i + 1), 1));
    }
    if (expected.has("pools")) {
      int tried =
          given.get("zones").asInt()
              * new PoolOrder(DEFAULT, 0.5).of(PurchaseOption.SPOT, zone).size();
      assertThat(tried).isEqualTo(expected.get("pools").asInt());
      return;
    }
    PoolOrder order = new PoolOrder(DEFAULT.spotPools(given.get("lowestPricePools").asInt()), 0.5);
    TreeSet<String> used = new TreeSet<>();
    for (int launch = 0; launch < 20; launch++) {
      PoolOffer best = order.of(PurchaseOption.SPOT, zone).get(0);
      used.add(best.override().launch().type().name());
      zone.replaceAll(
          each ->
              each.equals(best)
                  ? new PoolOffer(each.override(), each.perUnit(), each.spare(), each.held() + 1)
                  : each);
    }
    assertThat(used).hasSize(expected.get("poolsPerZone").asInt());
  }

  static void pricePerUnit(JsonNode given, JsonNode expected) {
    InstanceOverride override =
        InstanceOverride.of(
            launch(given.get("type").asText(), given.get("price").asText()),
            given.get("weight").asInt());
    assertThat(override.onDemandPerUnit().toUsd().doubleValue())
        .isWithin(expected.get("tolerance").asDouble())
        .of(expected.get("pricePerUnit").asDouble());
  }

  static void lowestPriceType(JsonNode given, JsonNode expected) {
    List<PoolOffer> offers = new ArrayList<>();
    given
        .get("prices")
        .properties()
        .forEach(
            entry -> {
              InstanceOverride override =
                  InstanceOverride.of(
                      launch(entry.getKey(), entry.getValue().asText()),
                      given.get("weights").get(entry.getKey()).asInt());
              offers.add(new PoolOffer(override, override.onDemandPerUnit(), 1, 0));
            });
    InstancesDistribution cheapest =
        DEFAULT.onDemandStrategy(OnDemandAllocationStrategy.LOWEST_PRICE);
    PoolOffer first = new PoolOrder(cheapest, 0.5).of(PurchaseOption.ON_DEMAND, offers).get(0);
    assertThat(first.override().launch().type().name()).isEqualTo(expected.get("type").asText());
  }

  static void weightedLaunch(JsonNode given, JsonNode expected) {
    int missing = given.get("missing").asInt();
    int units = 0;
    for (JsonNode weight : given.get("chosenWeights")) {
      assertThat(new UnitLimits(missing, 100, 20).allowsLaunch(units, weight.asInt())).isTrue();
      units += weight.asInt();
    }
    assertThat(units - missing).isEqualTo(expected.get("overshoot").asInt());
  }

  static void weightedScaleOut(JsonNode given, JsonNode expected) {
    int maximum = given.get("max").asInt();
    int weight = given.get("chosenWeight").asInt();
    GroupSizes sizes = new GroupSizes(0, maximum, given.get("desired").asInt());
    int desired = sizes.clamp(given.get("current").asInt() + given.get("add").asInt());
    UnitLimits limits = new UnitLimits(desired, maximum, weight);
    int units = given.get("current").asInt();
    while (limits.allowsLaunch(units, weight)) {
      units += weight;
    }
    assertThat(desired).isEqualTo(expected.get("desired").asInt());
    assertThat(units).isEqualTo(expected.get("units").asInt());
  }

  static void weightedScaleIn(JsonNode given, JsonNode expected) {
    int desired = given.get("desired").asInt();
    int wanted = given.get("current").asInt() - given.get("decrement").asInt();
    assertThat(wanted < desired ? "terminate" : "none").isEqualTo(expected.get("action").asText());
  }

  static void weightedHardLimit(JsonNode given, JsonNode expected) {
    UnitLimits limits =
        new UnitLimits(given.get("desired").asInt(), 1_000, given.get("largestWeight").asInt());
    assertThat(limits.most()).isEqualTo(expected.get("limit").asInt());
  }

  static void validateWeights(JsonNode given, JsonNode expected) {
    List<InstanceOverride> overrides = new ArrayList<>();
    given
        .get("weights")
        .forEach(
            weight ->
                overrides.add(
                    new InstanceOverride(
                        launch("t" + overrides.size() + ".large", "1"),
                        weight.isNull() ? OptionalInt.empty() : OptionalInt.of(weight.asInt()))));
    assertThat(MixedInstancesPolicy.problems(overrides).isEmpty())
        .isEqualTo(expected.get("valid").asBoolean());
  }

  /** Which option of a mixed group loses an instance (11.3.1, 11.3.4). */
  static void purchaseOptionThatLeaves(JsonNode given, JsonNode expected) {
    JsonNode mixed = given.get("group").get("mixed");
    PurchaseOption option =
        DEFAULT
            .onDemand(mixed.get("base").asInt(), mixed.get("percentageAboveBase").asInt())
            .split(given.get("desiredAfter").asInt())
            .loser(given.get("onDemandRunning").asInt(), given.get("spotRunning").asInt());
    assertThat(option == PurchaseOption.SPOT ? "spot" : "on-demand")
        .isEqualTo(expected.get("purchaseOption").asText());
  }
}
