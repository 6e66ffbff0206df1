/**
 * The command {@code headroom}: reads scenario files and templates, runs them, and prints reports.
 *
 * <p>Imports everything; nothing imports it. Results go to standard output, everything else to
 * standard error.
 */
@NullMarked
package io.headroom.cli;

import org.jspecify.annotations.NullMarked;
