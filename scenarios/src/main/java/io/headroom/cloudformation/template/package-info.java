/**
 * The text of a CloudFormation template as a tree that keeps line numbers and source text, and the
 * problems found in it. JSON and YAML give the same tree.
 *
 * <p>Imports the JDK, Jackson's streaming parser and SnakeYAML's node graph.
 */
@NullMarked
package io.headroom.cloudformation.template;

import org.jspecify.annotations.NullMarked;
