/**
 * What the tests of every module share: {@link io.headroom.testing.Rule} ties a test to a rule of
 * the specification, {@link io.headroom.testing.SharedData} finds data that the repository does not
 * hold, {@link io.headroom.testing.SeededProperties} gives properties their seeds. Imports the JDK,
 * JUnit and jqwik only.
 */
@NullMarked
package io.headroom.testing;

import org.jspecify.annotations.NullMarked;
