package io.headroom.ec2.spot;

import io.headroom.ec2.InstanceType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The named assumptions about the Spot market.
 *
 * @param prices how prices move
 * @param interruptions how instances are called back
 * @param depthMedian the median of the spare capacity of a pool, in instances; ranks pools and
 *     limits nothing; default 200
 * @param depthSigma the standard deviation of its logarithm between pools; default 1
 * @param deepShare the spare capacity over that of the deepest pool from which on a pool counts as
 *     deep, in [0, 1]; default 0.5
 * @param pools what is special about some pools; default nothing
 * @param history prices of the past, ascending by time, in place of the model where a pool has any;
 *     default none
 */
public record SpotSettings(
    PriceModel prices,
    InterruptionModel interruptions,
    double depthMedian,
    double depthSigma,
    double deepShare,
    List<PoolSettings> pools,
    List<PricePoint> history) {
  /** The documented defaults. */
  public static final SpotSettings DEFAULT =
      new SpotSettings(
          PriceModel.DEFAULT, InterruptionModel.DEFAULT, 200, 1, 0.5, List.of(), List.of());

  /** Copies the lists and checks the numbers. */
  public SpotSettings {
    pools = List.copyOf(pools);
    history = List.copyOf(history);
    if (!(depthMedian > 0 && depthSigma >= 0)) {
      throw new IllegalArgumentException(
          "depthMedian must be positive and depthSigma not negative, were %s and %s"
              .formatted(depthMedian, depthSigma));
    }
    if (!(deepShare >= 0 && deepShare <= 1)) {
      throw new IllegalArgumentException("deepShare must be in [0, 1], was " + deepShare);
    }
  }

  /** Returns a copy with other prices. */
  public SpotSettings prices(PriceModel newPrices) {
    return new SpotSettings(
        newPrices, interruptions, depthMedian, depthSigma, deepShare, pools, history);
  }

  /** Returns a copy with other interruptions. */
  public SpotSettings interruptions(InterruptionModel newInterruptions) {
    return new SpotSettings(
        prices, newInterruptions, depthMedian, depthSigma, deepShare, pools, history);
  }

  /** Returns a copy with other special pools. */
  public SpotSettings pools(List<PoolSettings> newPools) {
    return new SpotSettings(
        prices, interruptions, depthMedian, depthSigma, deepShare, newPools, history);
  }

  /** Returns a copy with other prices of the past. */
  public SpotSettings history(List<PricePoint> newHistory) {
    return new SpotSettings(
        prices, interruptions, depthMedian, depthSigma, deepShare, pools, newHistory);
  }

  /** Returns the market without surprises: the mean price, and no interruption. */
  public SpotSettings calm() {
    return prices(prices.dailySpread(0)).interruptions(interruptions.monthly(0));
  }

  double share(InstanceType type, String zone) {
    return special(type, zone, PoolSettings::share, OptionalDouble::isPresent)
        .map(OptionalDouble::getAsDouble)
        .orElse(prices.share());
  }

  double monthly(InstanceType type, String zone) {
    return special(type, zone, PoolSettings::monthly, OptionalDouble::isPresent)
        .map(OptionalDouble::getAsDouble)
        .orElse(interruptions.monthly());
  }

  OptionalInt capacity(InstanceType type, String zone) {
    return special(type, zone, PoolSettings::capacity, OptionalInt::isPresent)
        .orElse(OptionalInt.empty());
  }

  private <T> Optional<T> special(
      InstanceType type, String zone, Function<PoolSettings, T> value, Predicate<T> isPresent) {
    return pools.stream()
        .filter(each -> each.fits(type, zone))
        .map(value)
        .filter(isPresent)
        .findFirst();
  }
}
