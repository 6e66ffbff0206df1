package io.headroom.scenarios;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Nearest;
import io.headroom.cloudformation.template.TemplateNode;
import io.headroom.sim.Settings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A map of a scenario file. It remembers which keys were asked for, so that {@link #finish} can
 * report the others as unknown, in this section and in those below it.
 */
final class Section implements Settings {
  private final Map<String, TemplateNode> entries;
  private final int line;
  private final String path;
  private final Frame frame;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Section> children = new ArrayList<>();
  private Optional<TemplateNode> plain = Optional.empty();

  Section(MapNode map, String path, Frame frame) {
    this.entries = new LinkedHashMap<>(map.entries());
    this.line = map.line();
    this.path = path;
    this.frame = frame;
  }

  /** Makes the section of a plain value: it belongs to the key that is asked for first. */
  private static Section ofPlain(Value value) {
    Section section = new Section(MapNode.empty(value.node().line()), value.path(), value.frame());
    section.plain = Optional.of(value.node());
    return section;
  }

  /** Returns the same keys read against another frame; both sections share what was asked for. */
  Section in(Frame newFrame) {
    Section section = new Section(new MapNode(entries, line), path, newFrame);
    section.asked.addAll(asked);
    return section;
  }

  Frame frame() {
    return frame;
  }

  /** Returns the keys as they stand in the file. */
  List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /** Returns the value of a key, if the key is present. */
  Optional<Value> value(String key) {
    asked.add(key);
    plain.ifPresent(node -> entries.put(key, node));
    plain = Optional.empty();
    return Optional.ofNullable(entries.get(key)).map(node -> new Value(node, pathOf(key), frame));
  }

  /** Returns the value of a key in a notation, if the key is present and the value fits. */
  <T> Optional<T> read(String key, Notation<T> notation) {
    return value(key).flatMap(value -> value.as(notation));
  }

  /** Returns the value of a key in a notation; an absent key is a problem. */
  <T> Optional<T> require(String key, Notation<T> notation) {
    if (!has(key)) {
      problem(key, "is missing; allowed: " + notation.allowed());
      return Optional.empty();
    }
    return read(key, notation);
  }

  /** Returns the section under a key, if the key is present and holds a map. */
  Optional<Section> section(String key) {
    return value(key).flatMap(Value::section).map(this::adopt);
  }

  /** Returns the settings under a key: a map, or the value of the setting asked for first. */
  Optional<Section> settings(String key) {
    return value(key)
        .flatMap(value -> value.isMap() ? value.section() : Optional.of(ofPlain(value)))
        .map(this::adopt);
  }

  /** Returns a section without entries in place of one that is absent. */
  Section emptyAt(String key) {
    return new Section(MapNode.empty(line), pathOf(key), frame);
  }

  /** Returns the sections of the list under a key. */
  List<Section> sections(String key) {
    return value(key).map(Value::items).orElse(List.of()).stream()
        .flatMap(item -> item.section().stream())
        .map(this::adopt)
        .toList();
  }

  private Section adopt(Section child) {
    children.add(child);
    return child;
  }

  /** Reports the keys that nobody asked for, here and in the sections below. */
  void finish() {
    for (Map.Entry<String, TemplateNode> entry : entries.entrySet()) {
      if (!asked.contains(entry.getKey())) {
        String allowed = asked.isEmpty() ? "nothing" : String.join(", ", asked);
        String hint =
            Nearest.to(entry.getKey(), asked).map("did you mean %s?"::formatted).orElse("");
        new Value(entry.getValue(), pathOf(entry.getKey()), frame)
            .problem("unknown key; " + (hint.isEmpty() ? "allowed: " + allowed : hint));
      }
    }
    children.forEach(Section::finish);
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  @Override
  public Instant start() {
    return frame.start();
  }

  @Override
  public Duration duration() {
    return frame.duration();
  }

  @Override
  public boolean has(String key) {
    return value(key).isPresent();
  }

  @Override
  public double number(String key, double defaultValue) {
    return read(key, Notations.NUMBER).orElse(defaultValue);
  }

  @Override
  public double rate(String key, double defaultValue) {
    return read(key, Notations.RATE).orElse(defaultValue);
  }

  @Override
  public Duration duration(String key, Duration defaultValue) {
    return read(key, Notations.DURATION).orElse(defaultValue);
  }

  /** Reads a duration above zero. */
  Duration positive(String key, Duration defaultValue) {
    return read(key, Notations.POSITIVE_DURATION).orElse(defaultValue);
  }

  @Override
  public Duration time(String key, Duration defaultValue) {
    return read(key, RunTime.notation(frame.start())).orElse(defaultValue);
  }

  @Override
  public String word(String key, String defaultValue, List<String> allowed) {
    return read(key, Notations.word(allowed)).orElse(defaultValue);
  }

  @Override
  public Optional<String> text(String key) {
    return value(key).flatMap(Value::text);
  }

  @Override
  public Optional<Path> file(String key) {
    return text(key).flatMap(name -> resolved(key, name)).flatMap(file -> existing(key, file));
  }

  private Optional<Path> resolved(String key, String name) {
    try {
      return Optional.of(frame.folder().resolve(name));
    } catch (InvalidPathException e) {
      problem(key, "is not the name of a file: " + e.getReason());
      return Optional.empty();
    }
  }

  private Optional<Path> existing(String key, Path file) {
    if (Files.isRegularFile(file) && Files.isReadable(file)) {
      return Optional.of(file);
    }
    String found = Files.isDirectory(file) ? "a directory" : "no such file";
    problem(key, "found %s: %s; allowed: a file, relative to the scenario".formatted(found, file));
    return Optional.empty();
  }

  @Override
  public List<Settings> list(String key) {
    return List.copyOf(sections(key));
  }

  /** Records a problem with the section as a whole. */
  void problem(String message) {
    frame.problems().error(line, path, message);
  }

  @Override
  public void problem(String key, String message) {
    frame.problems().error(lineOf(key), pathOf(key), message);
  }

  @Override
  public void note(String key, String message) {
    frame.problems().note(lineOf(key), pathOf(key), message);
  }

  private int lineOf(String key) {
    TemplateNode node = entries.get(key);
    return node == null ? line : node.line();
  }
}
