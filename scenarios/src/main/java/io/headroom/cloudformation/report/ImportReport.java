package io.headroom.cloudformation.report;

import io.headroom.cloudformation.template.Problem;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import understood of a template. Immutable.
 *
 * @param template the name of the template
 * @param summary the model in one paragraph
 * @param modelled how many resources of each type are part of the model
 * @param leftOut how many resources of each type exist and are not part of it
 * @param entries what came of each property of the modelled resources, in the order of reading
 * @param problems what is wrong or worth knowing, errors first
 */
public record ImportReport(
    String template,
    String summary,
    Map<String, Integer> modelled,
    Map<String, Integer> leftOut,
    List<ReportEntry> entries,
    List<Problem> problems) {

  /** Copies the collections. */
  public ImportReport {
    modelled = Collections.unmodifiableMap(new LinkedHashMap<>(modelled));
    leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** Returns the entries of one kind, by line. */
  public List<ReportEntry> entries(PropertyUse use) {
    return entries.stream()
        .filter(entry -> entry.use() == use)
        .sorted(Comparator.comparing(ReportEntry::line))
        .toList();
  }

  /** Returns the report as text for a terminal, lines separated by line feeds. */
  public String text() {
    return new ReportText(this).render();
  }
}
