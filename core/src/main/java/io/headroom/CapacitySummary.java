package io.headroom;

/**
 * The instances of a run or of a group.
 *
 * @param min fewest instances in service at any time
 * @param mean time-weighted mean of instances in service
 * @param max most instances in service at any time
 * @param instanceHours the integral of running instances over time, in hours
 * @param launches instances launched, those at the start not counted
 * @param terminations instances whose termination began
 * @param scaleOuts decisions that raised the desired capacity
 * @param scaleIns decisions that lowered the desired capacity
 */
public record CapacitySummary(
    int min,
    double mean,
    int max,
    double instanceHours,
    int launches,
    int terminations,
    int scaleOuts,
    int scaleIns) {}
