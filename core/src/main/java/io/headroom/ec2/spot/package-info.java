/**
 * A simple model of the Spot market and of capacity: prices that wander, pools that call instances
 * back, and shortages.
 *
 * <p>AWS publishes none of it; every number is a named setting with a documented default. Imports
 * {@code ec2} and {@code sim}.
 */
@NullMarked
package io.headroom.ec2.spot;

import org.jspecify.annotations.NullMarked;
