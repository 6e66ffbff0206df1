/**
 * What came of each property when a template was imported: used, defaulted, ignored, unresolved or
 * unsupported.
 *
 * <p>Imports {@code io.headroom.cloudformation.template} and the JDK.
 */
@NullMarked
package io.headroom.cloudformation.report;

import org.jspecify.annotations.NullMarked;
