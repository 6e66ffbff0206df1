/**
 * Tests over all modules: the architecture holds, and every rule of the specifications is either
 * tested or said not to be modelled. Imports every module; no module imports it.
 */
@NullMarked
package io.headroom.conformance;

import org.jspecify.annotations.NullMarked;
