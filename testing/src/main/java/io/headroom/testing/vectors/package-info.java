/**
 * Runs the test vectors of the specifications: every {@code *.json} of the folder that {@code
 * -Dheadroom.vectors} names, one named test for each vector. A file says its schema, a vector its
 * kind; {@code kinds.tsv} lists the kinds that Headroom knows, and the module that checks each. A
 * module brings its checks as {@link io.headroom.testing.vectors.VectorKinds} services. Imports the
 * JDK, JUnit, Jackson and {@code io.headroom.testing}.
 */
@NullMarked
package io.headroom.testing.vectors;

import org.jspecify.annotations.NullMarked;
