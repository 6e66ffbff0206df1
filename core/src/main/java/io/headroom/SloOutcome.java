package io.headroom;

/**
 * How a run did against its {@link Slo}.
 *
 * @param violatingRequests rejected, failed, or slower than the limit of the highest percentile
 * @param violatingMinutes minutes in which a percentile or the share of errors was over its limit
 * @param errorShare the share of finished requests that were rejected or failed, in [0, 1]
 * @param met whether every objective holds over the whole run
 */
public record SloOutcome(
    long violatingRequests, long violatingMinutes, double errorShare, boolean met) {}
