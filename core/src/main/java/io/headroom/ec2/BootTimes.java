package io.headroom.ec2;

import io.headroom.sim.Distribution;

/**
 * The delays of EC2 itself; the boot of the application belongs to the launch configuration.
 *
 * @param pendingToRunning from pending to running
 * @param terminateDuration from shutting down to terminated
 */
public record BootTimes(Distribution pendingToRunning, Distribution terminateDuration) {}
