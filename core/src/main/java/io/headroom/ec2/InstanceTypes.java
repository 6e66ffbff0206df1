package io.headroom.ec2;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The built-in table of instance types, with prices of Linux in us-east-1.
 *
 * <p>A name that the table lacks may still follow the naming rules; {@link #sized} then derives the
 * size but never a price.
 */
public final class InstanceTypes {
  private static final String TABLE = "instance-types.csv";
  private static final Map<String, InstanceType> BY_NAME = load();

  private InstanceTypes() {}

  /** Returns all types of the table, in its order. */
  public static Collection<InstanceType> all() {
    return BY_NAME.values();
  }

  /** Returns the type with this name, if the table has it. */
  public static Optional<InstanceType> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * Returns the type with this name, from the table or, without a price, by the size law of the c,
   * m and r families; empty if neither knows it.
   */
  public static Optional<InstanceType> sized(String name) {
    Optional<InstanceType> known = find(name);
    return known.isPresent() ? known : InstanceTypeName.parse(name).flatMap(n -> byLaw(name, n));
  }

  private static Optional<InstanceType> byLaw(String name, InstanceTypeName parts) {
    if (parts.vCpus().isEmpty() || parts.gibibytesPerVcpu().isEmpty()) {
      return Optional.empty();
    }
    int vCpus = parts.vCpus().getAsInt();
    double gibibytes = vCpus * parts.gibibytesPerVcpu().get();
    return Optional.of(new InstanceType(name, vCpus, gibibytes, Optional.empty()));
  }

  /** Returns the message for a name that is not known, with known types of the same family. */
  public static String unknown(String name) {
    String family =
        name.substring(0, Math.max(0, name.indexOf('.')) + (name.contains(".") ? 1 : 0));
    String near =
        BY_NAME.keySet().stream()
            .filter(known -> !family.isEmpty() && known.startsWith(family))
            .collect(Collectors.joining(", "));
    String allowed = near.isEmpty() ? "types such as t3.micro, m5.large, c6g.xlarge" : near;
    return "unknown instance type '%s'; known are %s".formatted(name, allowed);
  }

  private static Map<String, InstanceType> load() {
    try (InputStream in =
            Objects.requireNonNull(InstanceTypes.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Map<String, InstanceType> types = new LinkedHashMap<>();
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(InstanceTypes::parse)
          .forEach(type -> types.put(type.name(), type));
      return Collections.unmodifiableMap(types);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InstanceType parse(String line) {
    String[] cells = line.split(",", -1);
    return new InstanceType(
        cells[0],
        Integer.parseInt(cells[1]),
        Double.parseDouble(cells[2]),
        Optional.of(Money.usd(cells[3])));
  }
}
