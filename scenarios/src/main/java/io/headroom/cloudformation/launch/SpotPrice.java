package io.headroom.cloudformation.launch;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.ec2.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads the most that an hour of Spot may cost, a number of US dollars of at least 0.001. */
final class SpotPrice {
  private static final double LEAST = 0.001;

  private SpotPrice() {}

  static Optional<Money> read(Properties properties, String key) {
    Optional<Double> price = properties.has(key) ? properties.number(key) : Optional.empty();
    price
        .filter(dollars -> dollars < LEAST)
        .ifPresent(low -> properties.error(key, "must be at least 0.001, found " + low));
    return price
        .filter(dollars -> dollars >= LEAST)
        .map(dollars -> Money.of(BigDecimal.valueOf(dollars)));
  }
}
