/**
 * CPU credits of burstable instances: what each size earns, and the account of one instance.
 *
 * <p>Imports the JDK only.
 */
@NullMarked
package io.headroom.ec2.credits;

import org.jspecify.annotations.NullMarked;
