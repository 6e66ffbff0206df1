package io.headroom.ec2;

/** How an instance is bought. */
public enum PurchaseOption {
  /** Billed by the second at the list price, never interrupted. */
  ON_DEMAND,
  /** Spare capacity at a lower, moving price. */
  SPOT
}
