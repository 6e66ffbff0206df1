package io.headroom;

import java.time.Duration;

/**
 * An outage of an Availability Zone: its instances stop answering, their status checks fail, and
 * launches in the zone fail.
 *
 * @param at when it begins, since the start of the run
 * @param length how long it lasts
 * @param zone the zone
 */
public record Fault(Duration at, Duration length, String zone) {}
