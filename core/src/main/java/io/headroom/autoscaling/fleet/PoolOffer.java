package io.headroom.autoscaling.fleet;

import io.headroom.ec2.Money;

/**
 * One pool as a buyer sees it at an instant: a type in a zone, bought one way.
 *
 * @param override the type and its weight
 * @param perUnit the price of an hour of a unit
 * @param spare spare capacity, in any measure that orders pools; 0 while instances of the pool are
 *     called back
 * @param held how many instances of it the group has
 */
public record PoolOffer(InstanceOverride override, Money perUnit, double spare, int held) {}
