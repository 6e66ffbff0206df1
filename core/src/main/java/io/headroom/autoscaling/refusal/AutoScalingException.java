package io.headroom.autoscaling.refusal;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A request that EC2 Auto Scaling refuses, with every reason. A refused request changes nothing.
 *
 * <p>It is an {@link IllegalArgumentException}, since in this library it is a value that was built
 * wrongly.
 */
public final class AutoScalingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<Refusal> refusals;

  /**
   * Creates the exception.
   *
   * @param what what was asked for, such as {@code group web}; the message begins with it
   * @param refusals why not, at least one
   */
  public AutoScalingException(String what, List<Refusal> refusals) {
    super(what + ": " + refusals.stream().map(Refusal::text).collect(joining("; ")));
    if (refusals.isEmpty()) {
      throw new IllegalArgumentException("a refusal needs a reason: " + what);
    }
    this.refusals = List.copyOf(refusals);
  }

  /** Throws once, with every reason, if there is any. */
  public static void require(String what, List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      throw new AutoScalingException(what, refusals);
    }
  }

  /** Returns the reasons, in the order found. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** Returns the code of the first reason, which is that of the service's answer. */
  public ErrorCode code() {
    return refusals.get(0).code();
  }
}
