package io.headroom.cloudformation.report;

/**
 * What the import made of one property.
 *
 * @param use what was made of it
 * @param line the line of the property, or of its resource if it is absent
 * @param property the logical id and the property in dotted form, as in {@code WebGroup.MinSize}
 * @param detail the value taken, or the reason
 */
public record ReportEntry(PropertyUse use, int line, String property, String detail) {

  @Override
  public String toString() {
    return "line %d: %s%s".formatted(line, property, detail.isEmpty() ? "" : ": " + detail);
  }
}
