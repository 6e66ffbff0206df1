package io.headroom.ec2;

import java.util.List;

/**
 * What a run costs, line by line; the total is the sum of the lines.
 *
 * @param lines the lines in the order in which they were made
 */
public record Bill(List<Line> lines) {
  /** What a line of a bill is for. */
  public enum Kind {
    /** An instance. */
    COMPUTE,
    /** A volume. */
    STORAGE,
    /** A load balancer. */
    LOAD_BALANCER,
    /** Detailed monitoring or alarms. */
    MONITORING
  }

  /**
   * One line of a bill.
   *
   * @param kind what it is for
   * @param owner the group or load balancer it belongs to
   * @param item what was used, such as {@code i-... m5.large}
   * @param quantity how much, such as {@code 3,661 s}
   * @param amount the price
   */
  public record Line(Kind kind, String owner, String item, String quantity, Money amount) {}

  /** Copies the lines. */
  public Bill {
    lines = List.copyOf(lines);
  }

  /** Returns the sum of all lines. */
  public Money total() {
    return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
  }

  /** Returns the sum of the lines of a kind. */
  public Money total(Kind kind) {
    return lines.stream()
        .filter(line -> line.kind() == kind)
        .map(Line::amount)
        .reduce(Money.ZERO, Money::plus);
  }
}
