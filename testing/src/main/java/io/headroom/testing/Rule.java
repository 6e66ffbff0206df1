package io.headroom.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rule of the specification that a test checks. The build collects these annotations into
 * the conformance document, and fails on a rule that the catalogue does not know.
 *
 * <p>On a type it counts for the type as a whole; a test that checks several rules carries several.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(Rule.All.class)
public @interface Rule {

  /** The specification's name, a blank and the rule's id, as in {@code "elb HC-4"}. */
  String value();

  /** The container that the compiler writes when a test carries several rules. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.TYPE})
  @interface All {

    /** The rules, in the order of the source. */
    Rule[] value();
  }
}
