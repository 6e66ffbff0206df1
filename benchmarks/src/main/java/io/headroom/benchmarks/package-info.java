/**
 * Micro-benchmarks and whole runs, each beside a baseline. Imports every module; no module imports
 * it, and it is not published.
 */
@NullMarked
package io.headroom.benchmarks;

import org.jspecify.annotations.NullMarked;
