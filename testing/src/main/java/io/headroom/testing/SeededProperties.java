package io.headroom.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives every property of every module one seed, so that a build that passed passes again: jqwik
 * draws a new one in each run. A property that names a seed keeps it.
 *
 * <p>With {@code -Dheadroom.soak=true} seeds are new and a property is tried 10 times as often; the
 * report of a failure names the seed.
 */
public final class SeededProperties implements AroundPropertyHook {
  private static final String SEED = "42";

  private static final int SOAK_FACTOR = 10;

  /** How often jqwik tries a property that does not say how often. */
  private static final int DEFAULT_TRIES = 1_000;

  /** Whether this run looks for what the usual one did not find, and may take its time. */
  public static boolean isSoak() {
    return Boolean.getBoolean("headroom.soak");
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyAttributes attributes = context.attributes();
    if (isSoak()) {
      attributes.setTries(attributes.tries().orElse(DEFAULT_TRIES) * SOAK_FACTOR);
    } else if (attributes.seed().isEmpty()) {
      attributes.setSeed(SEED);
    }
    return property.execute();
  }
}
