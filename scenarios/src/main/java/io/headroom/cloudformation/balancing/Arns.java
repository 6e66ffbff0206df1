package io.headroom.cloudformation.balancing;

/** Takes ARNs of load balancing apart. */
final class Arns {

  private static final String NO_ID = "0000000000000000";

  private Arns() {}

  /**
   * The value of the metric dimension that an ARN ends with: {@code app/NAME/ID} or {@code
   * targetgroup/NAME/ID}.
   *
   * @param start where it starts: {@code targetgroup/}, which belongs to it, or {@code
   *     loadbalancer/}, which does not
   */
  static String fullName(String arn, String start) {
    int at = arn.indexOf(start);
    if (at < 0) {
      return arn;
    }
    return start.equals("targetgroup/") ? arn.substring(at) : arn.substring(at + start.length());
  }

  /** The value of the dimension of something made up. */
  static String madeUp(String kind, String name) {
    return kind + "/" + name + "/" + NO_ID;
  }
}
