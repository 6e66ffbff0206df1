/**
 * Scenario files: what CloudFormation cannot say about a run, beside the template. Reads a file
 * into a {@link io.headroom.Scenario} or says everything that is wrong with it, and writes a first
 * scenario for a template.
 *
 * <p>Imports the facade, the packages it is made of, and {@code io.headroom.cloudformation}.
 */
@NullMarked
package io.headroom.scenarios;

import org.jspecify.annotations.NullMarked;
