package io.headroom.scenarios;

import io.headroom.ec2.InstanceType;
import io.headroom.ec2.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code prices: {m9.large: 0.12}}: US dollars an hour On-Demand, for instance types whose
 * price is not in the built-in table or differs from it.
 */
final class PricesSection {
  private PricesSection() {}

  static Map<String, Money> read(Section root) {
    Map<String, Money> prices = new LinkedHashMap<>();
    root.section("prices")
        .ifPresent(
            section -> {
              for (String type : section.keys()) {
                section.read(type, Notations.PRICE).ifPresent(price -> prices.put(type, price));
              }
            });
    return prices;
  }

  static InstanceType priced(InstanceType type, Map<String, Money> prices) {
    Money price = prices.get(type.name());
    return price == null ? type : type.withUsdPerHour(price);
  }
}
