/**
 * Other simulators on the work of the yardsticks; built by the profile {@code peers} only, as some
 * of them are under the GPL. Never published.
 */
@NullMarked
package io.headroom.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
