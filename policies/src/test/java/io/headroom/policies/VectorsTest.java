package io.headroom.policies;

import io.headroom.testing.vectors.VectorRunner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the vectors of the specifications whose kinds this module checks. */
class VectorsTest {
  @TestFactory
  Stream<DynamicNode> vectors() {
    return VectorRunner.of("policies").tests();
  }
}
