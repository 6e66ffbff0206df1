package io.headroom;

import io.headroom.cloudwatch.Unit;
import io.headroom.cloudwatch.standard.StandardMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of {@code docs/metrics.md}. */
final class MetricsPage {
  private static final Pattern CODE = Pattern.compile("(\\w) = `(\\w+)`");

  private final List<StandardMetric> rows = new ArrayList<>();
  private final Map<String, String> codes = new LinkedHashMap<>();
  private String namespace = "";

  private MetricsPage() {}

  static List<StandardMetric> rows() throws IOException {
    MetricsPage page = new MetricsPage();
    Path root = Path.of(System.getProperty("headroom.root", ".."));
    Files.readAllLines(root.resolve("docs/metrics.md")).forEach(page::line);
    return page.rows;
  }

  private void line(String line) {
    if (line.startsWith("## ")) {
      namespace = line.substring(3);
      codes.clear();
    }
    for (Matcher code = CODE.matcher(line); code.find(); ) {
      codes.put(code.group(1), code.group(2));
    }
    String[] cells = line.split("\\|", -1);
    if (cells.length == 8 && !line.startsWith("| metric") && !line.startsWith("|-")) {
      rows.add(row(cells));
    }
  }

  private StandardMetric row(String[] cells) {
    Set<Set<String>> sets = new LinkedHashSet<>();
    for (String set : cells[3].strip().split("; ", -1)) {
      sets.add(names(set));
    }
    return new StandardMetric(
        namespace,
        cells[1].strip(),
        Unit.parse(cells[2].strip()),
        sets,
        cells[4].strip(),
        cells[5].strip(),
        cells[6].strip());
  }

  private Set<String> names(String set) {
    Set<String> names = new TreeSet<>();
    if (!set.equals("-")) {
      for (String code : set.split(",", -1)) {
        names.add(codes.getOrDefault(code, "unknown code " + code));
      }
    }
    return names;
  }
}
