package io.headroom.cloudformation.report;

import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a report as text: the summary, the resources, then one line for each finding. */
final class ReportText {

  private static final Map<PropertyUse, String> HEADINGS =
      Map.of(
          PropertyUse.USED, "Used",
          PropertyUse.DEFAULTED, "Defaulted (the template says nothing)",
          PropertyUse.IGNORED, "Ignored (no influence on a simulation)",
          PropertyUse.UNRESOLVED, "Unresolved (only the account knows)",
          PropertyUse.UNSUPPORTED, "Not simulated by this version");

  private static final Map<Severity, String> SEVERITIES =
      Map.of(
          Severity.ERROR, "Errors",
          Severity.WARNING, "Warnings",
          Severity.NOTE, "Notes");

  /** What a reader has to think about comes before what is as it should be. */
  private static final List<PropertyUse> ORDER =
      List.of(
          PropertyUse.UNSUPPORTED,
          PropertyUse.UNRESOLVED,
          PropertyUse.DEFAULTED,
          PropertyUse.USED,
          PropertyUse.IGNORED);

  private final ImportReport report;
  private final StringBuilder text = new StringBuilder();

  ReportText(ImportReport report) {
    this.report = report;
  }

  String render() {
    text.append(report.template()).append("\n\n").append(report.summary()).append('\n');
    counts("Resources in the model", report.modelled());
    counts("Resources left out", report.leftOut());
    for (Severity severity : Severity.values()) {
      section(
          SEVERITIES.getOrDefault(severity, ""),
          report.problems().stream()
              .filter(problem -> problem.severity() == severity)
              .map(Problem::toString)
              .toList());
    }
    for (PropertyUse use : ORDER) {
      section(
          HEADINGS.getOrDefault(use, ""),
          report.entries(use).stream().map(ReportEntry::toString).toList());
    }
    return text.toString();
  }

  private void counts(String heading, Map<String, Integer> counts) {
    if (!counts.isEmpty()) {
      String list =
          counts.entrySet().stream()
              .map(entry -> entry.getValue() + " " + entry.getKey())
              .collect(Collectors.joining(", "));
      text.append('\n').append(heading).append(": ").append(list).append('\n');
    }
  }

  private void section(String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("\n%s (%d)\n".formatted(heading, lines.size()));
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }
}
