package io.headroom;

import io.headroom.ec2.spot.CapacityShortage;
import io.headroom.ec2.spot.SpotCall;
import java.time.Duration;

/** Something that goes wrong at a given time. */
public sealed interface Fault {
  /** Returns when it begins, since the start of the run. */
  Duration at();

  /**
   * An outage of an Availability Zone: its instances stop answering, their status checks fail, and
   * launches in the zone fail.
   *
   * @param at when it begins, since the start of the run
   * @param length how long it lasts
   * @param zone the zone
   */
  record ZoneOutage(Duration at, Duration length, String zone) implements Fault {}

  /**
   * A shortage of instances: launches beyond a number are refused.
   *
   * @param at when it begins, since the start of the run
   * @param length how long it lasts
   * @param shortage where, of what, and how many can be had
   */
  record Shortage(Duration at, Duration length, CapacityShortage shortage) implements Fault {}

  /**
   * Spot instances that are called back: a rebalance recommendation, the notice, and two minutes
   * later the end.
   *
   * @param at when it begins, since the start of the run
   * @param call of which pools, and how many
   */
  record SpotInterruption(Duration at, SpotCall call) implements Fault {}

  /** Returns how long it lasts; zero for what happens at one instant. */
  default Duration length() {
    return Duration.ZERO;
  }
}
