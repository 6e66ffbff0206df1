package io.headroom.benchmarks.race;

import java.util.List;

/**
 * The contestants of one table. An implementation has a constructor without arguments, by which
 * each JVM makes the field anew.
 */
@FunctionalInterface
public interface Field {
  /**
   * Returns the contestants, those that others are compared with included.
   *
   * @param share how much of the full work each does, in (0, 1]
   */
  List<Contestant> contestants(double share);
}
