package io.headroom.testing.vectors;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/**
 * Makes a test of each vector whose kind the tests of one module check. A vector of another
 * module's kind is counted only; one of a kind that no module knows fails, in a schema that
 * Headroom supports. A file of another schema is named. The summary follows when the last test has
 * ended.
 */
public final class VectorRunner {
  private final String module;
  private final KindCatalogue catalogue;
  private final Map<String, Map<String, VectorCheck>> checks = new TreeMap<>();
  private final Consumer<String> out;

  VectorRunner(
      String module,
      KindCatalogue catalogue,
      Iterable<? extends VectorKinds> kinds,
      Consumer<String> out) {
    this.module = module;
    this.catalogue = catalogue;
    this.out = out;
    for (VectorKinds each : kinds) {
      each.checks().forEach((kind, check) -> add(each.schema(), kind, check));
    }
  }

  /** The runner of a module; its checks are those that {@link ServiceLoader} finds. */
  public static VectorRunner of(String module) {
    return new VectorRunner(
        module, KindCatalogue.read(), ServiceLoader.load(VectorKinds.class), System.out::println);
  }

  private void add(String schema, String kind, VectorCheck check) {
    if (checks.computeIfAbsent(schema, any -> new TreeMap<>()).put(kind, check) != null) {
      throw new IllegalStateException("two checks for kind " + kind + " of " + schema);
    }
  }

  /** One container for each file of the vectors' folder, by name. */
  public Stream<DynamicNode> tests() {
    return tests(SharedData.vectorsFolder());
  }

  Stream<DynamicNode> tests(Path folder) {
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      return Stream.of(
          dynamicTest(folder.toString(), () -> fail("no *.json in the folder " + folder)));
    }
    List<DynamicNode> nodes = new ArrayList<>();
    nodes.add(dynamicTest("kinds.tsv", this::compareWithCatalogue));
    files.forEach(file -> nodes.add(node(file)));
    return nodes.stream();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless this module has a check for just the kinds that the catalogue gives it. */
  private void compareWithCatalogue() {
    List<String> wrong = new ArrayList<>();
    for (KnownKind kind : catalogue.kinds()) {
      boolean checked = checks.getOrDefault(kind.schema(), Map.of()).containsKey(kind.name());
      if (checked != (kind.module().equals(module) && !kind.isPending())) {
        wrong.add(kind + (checked ? " has a check in " + module : " has no check"));
      }
    }
    checks.forEach(
        (schema, kinds) ->
            kinds.keySet().stream()
                .filter(kind -> catalogue.find(schema, kind).isEmpty())
                .forEach(kind -> wrong.add(kind + " of " + schema + " is not listed")));
    if (!wrong.isEmpty()) {
      fail("kinds.tsv and the checks of " + module + " differ: " + wrong);
    }
  }

  private DynamicNode node(Path path) {
    VectorFile file;
    JsonNode vectors;
    try {
      file = VectorFile.read(path);
      List<KnownKind> known = catalogue.of(file.schema()).toList();
      if (known.isEmpty()) {
        return note(file, "nothing implements this schema yet");
      }
      if (known.get(0).name().equals("*")) {
        return note(file, "left to the " + known.get(0).module());
      }
      vectors = file.checkedVectors();
    } catch (AssertionError malformed) {
      return dynamicTest(String.valueOf(path.getFileName()), () -> throwing(malformed));
    }
    VectorTally tally = new VectorTally(file);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      new Vector(file, i, vectors.get(i)).test(tally).ifPresent(tests::add);
    }
    return dynamicContainer(file.name(), tests.stream().onClose(() -> out.accept(tally.summary())));
  }

  private DynamicNode note(VectorFile file, String text) {
    String line = "vectors of " + file.name() + " (" + file.schema() + "): " + text;
    return dynamicTest(file.name() + ": " + text, () -> out.accept(line));
  }

  private static void throwing(AssertionError error) {
    throw error;
  }

  private static void fail(String message) {
    throw new AssertionError(message);
  }

  /** One vector of a file. */
  private final class Vector {
    private final VectorFile file;
    private final JsonNode vector;
    private final String name;

    Vector(VectorFile file, int index, JsonNode vector) {
      this.file = file;
      this.vector = vector;
      name = vector.path("id").isTextual() ? vector.get("id").asText() : "vectors[" + index + "]";
    }

    /** Its test, or nothing if another module runs it. */
    Optional<DynamicTest> test(VectorTally tally) {
      String kind = vector.path("kind").asText(vector.at("/given/op").asText());
      Optional<KnownKind> known = catalogue.find(file.schema(), kind);
      if (known.isEmpty()) {
        tally.unknown();
        String problem = kind.isEmpty() ? "has no kind" : "is of an unknown kind: " + kind;
        return Optional.of(dynamicTest(name, () -> fail(place() + problem)));
      }
      KnownKind its = known.get();
      if (!its.module().equals(module)) {
        tally.elsewhere(its.module());
        return Optional.empty();
      }
      if (its.isPending()) {
        return Optional.of(dynamicTest(name, () -> pend(its, tally)));
      }
      VectorCheck check =
          checks.getOrDefault(file.schema(), Map.of()).getOrDefault(kind, any -> fail("no check"));
      return Optional.of(dynamicTest(name, counted(check, tally)));
    }

    private void pend(KnownKind kind, VectorTally tally) {
      tally.pending(kind.pending());
      throw new TestAbortedException("pending: " + kind.pending());
    }

    private Executable counted(VectorCheck check, VectorTally tally) {
      return () -> {
        try {
          check.accept(vector);
          tally.pass();
        } catch (TestAbortedException pending) {
          tally.pending("within a kind");
          throw pending;
        } catch (AssertionError wrong) {
          tally.fail();
          throw new AssertionError(place() + wrong.getMessage(), wrong);
        } catch (RuntimeException malformed) {
          tally.fail();
          throw new AssertionError(place() + "cannot be run: " + malformed, malformed);
        }
      };
    }

    private String place() {
      return file.name() + ": " + name + ": ";
    }
  }
}
