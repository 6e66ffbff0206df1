package io.headroom.ec2.spot;

import io.headroom.ec2.Money;
import java.time.Duration;

/**
 * One change of the Spot price of a pool, from a price history.
 *
 * @param type the instance type
 * @param zone the zone
 * @param at when, since the start of the run; negative for a price from before it
 * @param perHour the price of an hour from then on
 */
public record PricePoint(String type, String zone, Duration at, Money perHour) {}
