package io.headroom;

/**
 * The part of a result that belongs to one Auto Scaling group.
 *
 * @param name the group's name
 * @param requests requests that were sent to its instances
 * @param latency their latency
 * @param slo how they did against the scenario's objective
 * @param capacity its instances
 * @param cost what they cost; load balancers are not the group's
 */
public record GroupResult(
    String name,
    RequestCounts requests,
    LatencySummary latency,
    SloOutcome slo,
    CapacitySummary capacity,
    Cost cost) {}
