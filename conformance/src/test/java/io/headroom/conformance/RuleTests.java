package io.headroom.conformance;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedSet;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.headroom.testing.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The test classes of all modules that name the rules they check, by rule. */
final class RuleTests {

  /**
   * A test class and where its source is.
   *
   * @param name the simple name of the outermost class
   * @param source the source file's path from the repository's root, with slashes
   */
  record TestClass(String name, String source) implements Comparable<TestClass> {
    @Override
    public int compareTo(TestClass other) {
      return source.compareTo(other.source);
    }
  }

  private final ImmutableSetMultimap<RuleId, TestClass> byRule;

  private RuleTests(ImmutableSetMultimap<RuleId, TestClass> byRule) {
    this.byRule = byRule;
  }

  /** Reads the compiled tests of each module below a folder; runs none of them. */
  static RuleTests under(Path root) throws IOException {
    ImmutableSetMultimap.Builder<RuleId, TestClass> found = ImmutableSetMultimap.builder();
    for (Path module : modules(root)) {
      for (JavaClass type :
          new ClassFileImporter().importPath(module.resolve("target/test-classes"))) {
        TestClass test = testClass(root.relativize(module), type);
        named(type).forEach(id -> found.put(id, test));
      }
    }
    return new RuleTests(found.build());
  }

  ImmutableSortedSet<TestClass> of(RuleId rule) {
    return ImmutableSortedSet.copyOf(byRule.get(rule));
  }

  ImmutableSetMultimap<RuleId, TestClass> byRule() {
    return byRule;
  }

  private static List<Path> modules(Path root) throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("target/test-classes")))
          .sorted()
          .toList();
    }
  }

  private static Stream<RuleId> named(JavaClass type) {
    return Stream.concat(Stream.of(type), type.getMethods().stream())
        .flatMap(RuleTests::annotations)
        .map(rule -> RuleId.parse(rule.value()));
  }

  private static Stream<Rule> annotations(HasAnnotations<?> place) {
    if (place.isAnnotatedWith(Rule.class)) {
      return Stream.of(place.getAnnotationOfType(Rule.class));
    }
    if (place.isAnnotatedWith(Rule.All.class)) {
      return Arrays.stream(place.getAnnotationOfType(Rule.All.class).value());
    }
    return Stream.empty();
  }

  private static TestClass testClass(Path module, JavaClass type) {
    String outermost = type.getFullName().replaceFirst("\\$.*", "");
    String source = module + "/src/test/java/" + outermost.replace('.', '/') + ".java";
    return new TestClass(outermost.substring(outermost.lastIndexOf('.') + 1), source);
  }
}
