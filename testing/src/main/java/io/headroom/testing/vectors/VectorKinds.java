package io.headroom.testing.vectors;

import java.util.Map;

/**
 * The checks for some kinds of vectors of one schema. A module names its implementations in the
 * test resource {@code META-INF/services/io.headroom.testing.vectors.VectorKinds}.
 */
public interface VectorKinds {

  /** The schema of the files, as in {@code "cloudwatch-vectors/1"}. */
  String schema();

  /** The check for each kind. */
  Map<String, VectorCheck> checks();
}
