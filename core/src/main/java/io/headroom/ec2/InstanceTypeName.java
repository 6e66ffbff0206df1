package io.headroom.ec2;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an instance type's name.
 *
 * <p>"Amazon EC2 instance type naming conventions", Amazon EC2 Instance Types guide.
 *
 * @param series the series, such as {@code c} or {@code inf}
 * @param generation the generation, absent in names such as {@code u-3tb1}
 * @param attributes letters such as {@code g} (Graviton) or {@code n} (network), may be empty
 * @param suffix what follows a hyphen, such as {@code flex} or {@code 3tb1}, may be empty
 * @param size the size, such as {@code 2xlarge}
 */
public record InstanceTypeName(
    String series, OptionalInt generation, String attributes, String suffix, String size) {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(hpc|inf|trn|mac|dl|vt|im|is|gr|cr|cc|cg|hi|hs|u|[a-z])(\\d*)([a-z]*)"
              + "((?:-[a-z0-9]+)*)"
              + "\\.(nano|micro|small|medium|large|xlarge|\\d+xlarge|metal|metal-\\d+xl)");

  /** Returns the parts of a name; empty if it is not a name of an instance type. */
  public static Optional<InstanceTypeName> parse(String name) {
    Matcher match = GRAMMAR.matcher(name);
    if (!match.matches()) {
      return Optional.empty();
    }
    String digits = match.group(2);
    String suffix = match.group(4);
    return Optional.of(
        new InstanceTypeName(
            match.group(1),
            digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits)),
            match.group(3),
            suffix.isEmpty() ? "" : suffix.substring(1),
            match.group(5)));
  }

  /**
   * Returns the vCPUs that the size law gives: medium 1, large 2, xlarge 4, n xlarge 4n; empty for
   * sizes that do not follow it.
   */
  public OptionalInt vCpus() {
    return switch (size) {
      case "medium" -> OptionalInt.of(1);
      case "large" -> OptionalInt.of(2);
      case "xlarge" -> OptionalInt.of(4);
      default ->
          size.endsWith("xlarge")
              ? OptionalInt.of(4 * Integer.parseInt(size.substring(0, size.length() - 6)))
              : OptionalInt.empty();
    };
  }

  /** Returns the memory of a vCPU in GiB by family: c 2, m 4, r 8; empty for other families. */
  public Optional<Double> gibibytesPerVcpu() {
    return switch (series) {
      case "c" -> Optional.of(2.0);
      case "m" -> Optional.of(4.0);
      case "r" -> Optional.of(8.0);
      default -> Optional.empty();
    };
  }
}
