package io.headroom.ec2;

import io.headroom.sim.Distribution;

/**
 * The delays of EC2 itself, and the boot of an application about which its launch configuration
 * says nothing.
 *
 * @param pendingToRunning from pending to running
 * @param guestReady from running to an application that answers, unless the launch configuration
 *     has a time of its own
 * @param terminateDuration from shutting down to terminated
 */
public record BootTimes(
    Distribution pendingToRunning, Distribution guestReady, Distribution terminateDuration) {}
