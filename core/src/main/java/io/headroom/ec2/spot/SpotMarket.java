package io.headroom.ec2.spot;

import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceMarket;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchOutcome.Kind;
import io.headroom.ec2.LaunchOutcome.Refused;
import io.headroom.ec2.Money;
import io.headroom.ec2.PurchaseOption;
import io.headroom.ec2.SpotPrices;
import io.headroom.sim.RandomStream;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.Simulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The market of one run: Spot prices, interruptions and capacity. Not thread-safe.
 *
 * <p>Every pool has random streams of its own under its type and zone, so that what happens in one
 * does not depend on who buys in another.
 */
public final class SpotMarket implements InstanceMarket, SpotPrices {
  private final Simulator simulator;
  private final RandomStreams random;
  private final SpotSettings settings;
  private final Interruptions interruptions;
  private final Map<Place, SpotPool> pools = new LinkedHashMap<>();
  private final Map<Place, Integer> onDemand = new LinkedHashMap<>();
  private final List<CapacityShortage> shortages = new ArrayList<>();

  /** A type in a zone. */
  private record Place(String type, String zone) {}

  /**
   * Opens the market.
   *
   * @param simulator the kernel of the run
   * @param random the streams of the run
   * @param ec2 where instances are interrupted; it does not buy here before it is told to
   * @param settings the assumptions
   */
  public SpotMarket(Simulator simulator, RandomStreams random, Ec2 ec2, SpotSettings settings) {
    this.simulator = simulator;
    this.random = random;
    this.settings = settings;
    interruptions = new Interruptions(simulator, random, ec2, settings.interruptions());
  }

  /** Begins a shortage. */
  public void begin(CapacityShortage shortage) {
    shortages.add(shortage);
  }

  /** Ends a shortage that was begun. */
  public void end(CapacityShortage shortage) {
    shortages.remove(shortage);
  }

  /** Calls Spot instances back, in every pool that has any and fits. */
  public void callBack(SpotCall call) {
    int number = interruptions.nextCall();
    for (Map.Entry<Place, SpotPool> entry : pools.entrySet()) {
      Place place = entry.getKey();
      if (call.fits(place.type, place.zone) && !entry.getValue().instances().isEmpty()) {
        String name = place.type + "/" + place.zone;
        interruptions.callBack(entry.getValue(), call, random.stream("spot-call/" + name, number));
      }
    }
  }

  @Override
  public Optional<Refused> refusal(LaunchConfiguration wanted, String zone) {
    boolean spot = wanted.purchase() == PurchaseOption.SPOT;
    Optional<Refused> price = spot ? priceRefusal(wanted, zone) : Optional.empty();
    if (price.isPresent()) {
      return price;
    }
    if (!hasCapacity(wanted, zone)) {
      return Optional.of(
          spot
              ? new Refused(
                  Kind.NO_SPOT_CAPACITY,
                  "There is no Spot capacity available that matches your request")
              : Refused.insufficient(Kind.INSUFFICIENT_CAPACITY, wanted, zone));
    }
    return Optional.empty();
  }

  /** SPT-2: nobody pays more than the maximum, which is the On-Demand price by default. */
  private Optional<Refused> priceRefusal(LaunchConfiguration wanted, String zone) {
    Money price = spotPrice(wanted.type(), zone);
    Money maximum = wanted.spotMaximum();
    return price.compareTo(maximum) <= 0
        ? Optional.empty()
        : Optional.of(
            new Refused(
                Kind.SPOT_PRICE_ABOVE_MAXIMUM,
                "Your Spot request price of %s is lower than the minimum required Spot request fulfillment price of %s"
                    .formatted(text(maximum), text(price))));
  }

  private static String text(Money money) {
    return money.toUsd().stripTrailingZeros().toPlainString();
  }

  private boolean hasCapacity(LaunchConfiguration wanted, String zone) {
    InstanceType type = wanted.type();
    boolean spot = wanted.purchase() == PurchaseOption.SPOT;
    int held =
        spot
            ? pool(type, zone).instances().size()
            : onDemand.getOrDefault(new Place(type.name(), zone), 0);
    OptionalInt limit = spot ? settings.capacity(type, zone) : OptionalInt.empty();
    int most = limit.orElse(Integer.MAX_VALUE);
    for (CapacityShortage shortage : shortages) {
      if (shortage.holdsFor(type, zone, wanted.purchase())) {
        most = Math.min(most, shortage.instances());
      }
    }
    return held < most;
  }

  private SpotPool pool(InstanceType type, String zone) {
    return pools.computeIfAbsent(new Place(type.name(), zone), place -> open(type, zone));
  }

  private SpotPool open(InstanceType type, String zone) {
    String name = type.name() + "/" + zone;
    PriceWalk walk =
        new PriceWalk(
            settings.share(type, zone), settings.prices(), random.stream("spot-price/" + name));
    RandomStream lot = random.stream("spot-depth/" + name);
    double depth =
        settings.depthMedian() * StrictMath.exp(settings.depthSigma() * lot.nextGaussian());
    List<PricePoint> history =
        settings.history().stream()
            .filter(point -> point.type().equals(type.name()) && point.zone().equals(zone))
            .toList();
    int most = settings.capacity(type, zone).orElse(Integer.MAX_VALUE);
    SpotPool pool = new SpotPool(walk, history, Math.min(depth, most));
    interruptions.watch(pool, name, settings.monthly(type, zone));
    return pool;
  }

  @Override
  public Money spotPrice(InstanceType type, String zone) {
    return pool(type, zone).price(type, simulator.nowNanos());
  }

  @Override
  public double spareCapacity(InstanceType type, String zone) {
    return pool(type, zone).spare(simulator.nowNanos());
  }

  @Override
  public double deepShare() {
    return settings.deepShare();
  }

  @Override
  public List<Span> between(InstanceType type, String zone, long fromNanos, long toNanos) {
    return pool(type, zone).between(type, fromNanos, toNanos);
  }

  @Override
  public void launched(Instance instance) {
    LaunchConfiguration bought = instance.configuration();
    if (bought.purchase() == PurchaseOption.SPOT) {
      SpotPool pool = pool(bought.type(), instance.zone());
      pool.instances().add(instance);
      interruptions.watchPrice(instance, pool, bought.spotMaximum());
    } else {
      onDemand.merge(new Place(bought.type().name(), instance.zone()), 1, Integer::sum);
    }
  }

  @Override
  public void released(Instance instance) {
    LaunchConfiguration bought = instance.configuration();
    if (bought.purchase() == PurchaseOption.SPOT) {
      pool(bought.type(), instance.zone()).instances().remove(instance);
    } else {
      onDemand.merge(new Place(bought.type().name(), instance.zone()), -1, Integer::sum);
    }
  }
}
