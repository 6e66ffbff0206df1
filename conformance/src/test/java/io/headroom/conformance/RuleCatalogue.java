package io.headroom.conformance;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of all specifications in the order of their text, read from a file of tab-separated
 * columns: specification, place, meaning, state, reason.
 *
 * <p>A place of {@code *} opens a section: its meaning is the title, and its reason says why the
 * rules below it are not modelled, for those that no test checks and that give none themselves. The
 * state is empty, for it follows from the tests, or {@code differs}.
 */
final class RuleCatalogue {

  /** Rules that stand under one title. */
  record Section(String spec, String title, ImmutableList<CataloguedRule> rules) {}

  private static final Splitter COLUMNS = Splitter.on('\t');

  private final ImmutableList<Section> sections;

  private RuleCatalogue(List<Section> sections) {
    this.sections = ImmutableList.copyOf(sections);
  }

  static RuleCatalogue read(Path file) throws IOException {
    return parse(Files.readAllLines(file));
  }

  /**
   * Reads the lines of a catalogue, the first of which names the columns.
   *
   * @throws IllegalArgumentException naming the first line that is not as it should be
   */
  static RuleCatalogue parse(List<String> lines) {
    Reader reader = new Reader();
    for (int i = 1; i < lines.size(); i++) {
      reader.line(i + 1, lines.get(i));
    }
    return new RuleCatalogue(reader.finish());
  }

  ImmutableList<Section> sections() {
    return sections;
  }

  Stream<CataloguedRule> rules() {
    return sections.stream().flatMap(section -> section.rules().stream());
  }

  ImmutableSet<RuleId> ids() {
    return rules().map(CataloguedRule::id).collect(ImmutableSet.toImmutableSet());
  }

  private static final class Reader {
    private final List<Section> sections = new ArrayList<>();
    private final List<CataloguedRule> rules = new ArrayList<>();
    private final Set<RuleId> seen = new HashSet<>();
    private String spec = "";
    private String title = "";
    private String absence = "";

    void line(int number, String line) {
      List<String> columns = COLUMNS.splitToList(line);
      check(columns.size() == 5, number, "needs 5 columns, has " + columns.size());
      check(!columns.get(2).isEmpty(), number, "has no meaning");
      if (columns.get(1).equals("*")) {
        open(columns);
      } else {
        rules.add(rule(number, columns));
      }
    }

    private void open(List<String> columns) {
      close();
      spec = columns.get(0);
      title = columns.get(2);
      absence = columns.get(4);
    }

    private CataloguedRule rule(int number, List<String> columns) {
      RuleId id = new RuleId(columns.get(0), columns.get(1));
      check(id.spec().equals(spec), number, "stands outside of its specification's sections");
      check(seen.add(id), number, "repeats " + id);
      boolean differs = columns.get(3).equals("differs");
      check(differs || columns.get(3).isEmpty(), number, "knows no state but 'differs'");
      String reason = columns.get(4);
      String why = reason.isEmpty() && !differs ? absence : reason;
      check(!why.isEmpty(), number, "gives no reason, nor does its section");
      return new CataloguedRule(
          id, columns.get(2), differs ? Optional.of(why) : Optional.empty(), why);
    }

    private void close() {
      if (!title.isEmpty()) {
        sections.add(new Section(spec, title, ImmutableList.copyOf(rules)));
      }
      rules.clear();
    }

    List<Section> finish() {
      close();
      return sections;
    }

    private static void check(boolean holds, int number, String problem) {
      if (!holds) {
        throw new IllegalArgumentException("rule catalogue, line " + number + ": " + problem);
      }
    }
  }
}
