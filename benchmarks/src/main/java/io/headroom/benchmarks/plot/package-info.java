/** Line charts with logarithmic axes, written as SVG without any tool. Imports the JDK. */
@NullMarked
package io.headroom.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
