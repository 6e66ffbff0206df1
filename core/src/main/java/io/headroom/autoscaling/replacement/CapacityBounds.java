package io.headroom.autoscaling.replacement;

/**
 * The capacity between which a group stays while it exchanges instances, in units.
 *
 * @param floor the least that is in service and healthy
 * @param ceiling the most that is there, pending or in service
 */
public record CapacityBounds(int floor, int ceiling) {

  /** Returns how many units may leave before others come, not below zero. */
  public int mayLeave(int healthy) {
    return Math.max(0, healthy - floor);
  }

  /** Returns how many units may come before others leave, not below zero. */
  public int mayCome(int there) {
    return Math.max(0, ceiling - there);
  }
}
