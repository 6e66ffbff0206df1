package io.headroom.scenarios;

import io.headroom.ec2.InstanceTypes;
import io.headroom.ec2.spot.InterruptionModel;
import io.headroom.ec2.spot.PoolSettings;
import io.headroom.ec2.spot.PriceModel;
import io.headroom.ec2.spot.PricePoint;
import io.headroom.ec2.spot.SpotSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads {@code spot: typical | calm}, or single settings of the Spot market beside a {@code
 * market}: {@code spot: {market: calm, priceShare: 30%, pools: [{type: m5.large, capacity: 4}]}}.
 */
final class SpotSection {
  /** A whole number of instances. */
  static final Notation<Integer> COUNT =
      Notations.WHOLE
          .where(count -> count >= 0 && count <= 1_000_000, "a whole number from 0 to 1,000,000")
          .map(Long::intValue);

  private static final Notation<SpotSettings> MARKET =
      Notations.word(Map.of("typical", SpotSettings.DEFAULT, "calm", SpotSettings.DEFAULT.calm()));

  private static final Notation<Double> PRICE_SHARE =
      Notations.SHARE.where(share -> share > 0, "a share above zero such as 35%, up to 100%");

  private static final Notation<Double> MONTHLY =
      Notations.SHARE.where(share -> share < 1, "a share such as 5%, below 100%");

  private static final Notation<Double> POSITIVE =
      Notations.NUMBER.where(number -> number > 0, "a number above zero");

  private static final Notation<Double> SIGMA =
      Notations.NUMBER.where(number -> number >= 0 && number <= 10, "a number from 0 to 10");

  private static final Notation<String> TYPE =
      new Notation<>(
          "the name of an instance type such as m5.large",
          text -> InstanceTypes.sized(text).map(type -> text));

  private SpotSection() {}

  static Optional<String> type(Section section) {
    return section.read("type", TYPE);
  }

  static SpotSettings read(Section assumptions) {
    return assumptions.settings("spot").map(SpotSection::market).orElse(SpotSettings.DEFAULT);
  }

  private static SpotSettings market(Section section) {
    SpotSettings market = section.read("market", MARKET).orElse(SpotSettings.DEFAULT);
    List<PricePoint> history =
        section.file("history").map(file -> SpotHistory.read(section, file)).orElse(List.of());
    return new SpotSettings(
        prices(section, market.prices()),
        interruptions(section, market.interruptions()),
        section.read("depthMedian", POSITIVE).orElse(market.depthMedian()),
        section.read("depthSigma", SIGMA).orElse(market.depthSigma()),
        section.read("deepShare", Notations.SHARE).orElse(market.deepShare()),
        section.sections("pools").stream().map(SpotSection::pool).toList(),
        history);
  }

  private static PriceModel prices(Section section, PriceModel defaults) {
    return new PriceModel(
        section.read("priceShare", PRICE_SHARE).orElse(defaults.share()),
        section.read("dailySpread", Notations.SHARE).orElse(defaults.dailySpread()),
        section.positive("halfLife", defaults.halfLife()),
        section.positive("meanStep", defaults.meanStep()));
  }

  private static InterruptionModel interruptions(Section section, InterruptionModel defaults) {
    return new InterruptionModel(
        section.read("monthlyInterruption", MONTHLY).orElse(defaults.monthly()),
        section.read("eventShare", PRICE_SHARE).orElse(defaults.eventShare()),
        section.duration("eventSpread", defaults.eventSpread()),
        section.read("together", Notations.SHARE).orElse(defaults.together()),
        section.duration("meanLead", defaults.meanLead()),
        section.duration("riskPeriod", defaults.riskPeriod()));
  }

  private static PoolSettings pool(Section section) {
    return new PoolSettings(
        type(section),
        section.text("zone"),
        section
            .read("priceShare", PRICE_SHARE)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty()),
        section
            .read("monthlyInterruption", MONTHLY)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty()),
        section.read("capacity", COUNT).map(OptionalInt::of).orElse(OptionalInt.empty()));
  }
}
