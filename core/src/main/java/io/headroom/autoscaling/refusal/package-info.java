/**
 * What the API of EC2 Auto Scaling refuses, with its error codes and messages, and the quotas.
 *
 * <p>"Amazon EC2 Auto Scaling API Reference", "Common Errors" and the errors of each operation.
 * Imports the JDK only.
 */
@NullMarked
package io.headroom.autoscaling.refusal;

import org.jspecify.annotations.NullMarked;
