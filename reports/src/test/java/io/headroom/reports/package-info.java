/** Tests of the reports, on results made by hand. */
@NullMarked
package io.headroom.reports;

import org.jspecify.annotations.NullMarked;
