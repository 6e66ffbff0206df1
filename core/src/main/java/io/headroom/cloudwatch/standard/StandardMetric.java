package io.headroom.cloudwatch.standard;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.headroom.cloudwatch.Unit;
import java.util.Set;

/**
 * One metric of an AWS service.
 *
 * @param namespace the service's namespace, such as {@code AWS/EC2}
 * @param name the metric's name
 * @param unit its unit
 * @param dimensionSets the sets of names of dimensions under which every sample is published
 * @param reported when there is a data point: {@code always}, {@code targets} (while a target is
 *     registered) or {@code nonzero}
 * @param statistics the statistics that mean something, as AWS lists them
 * @param emitted {@code yes}, or {@code no} and why nothing in the model publishes it
 */
public record StandardMetric(
    String namespace,
    String name,
    Unit unit,
    Set<Set<String>> dimensionSets,
    String reported,
    String statistics,
    String emitted) {

  /** Reads a line of the table. */
  static StandardMetric parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 7) {
      throw new IllegalStateException("metrics.tsv needs seven columns: " + line);
    }
    ImmutableSet.Builder<Set<String>> sets = ImmutableSet.builder();
    for (String set : cells[3].split("; ", -1)) {
      sets.add(set.equals("-") ? ImmutableSet.of() : ImmutableSortedSet.copyOf(set.split(",", -1)));
    }
    return new StandardMetric(
        cells[0], cells[1], Unit.parse(cells[2]), sets.build(), cells[4], cells[5], cells[6]);
  }

  /** Returns whether Headroom publishes it. */
  public boolean isEmitted() {
    return emitted.equals("yes");
  }

  @Override
  public String toString() {
    return namespace + " " + name;
  }
}
