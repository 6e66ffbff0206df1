package io.headroom.benchmarks.builds;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinsTest {
  @TempDir Path folder = Path.of("");

  private Path jar(String name, String statement) throws IOException {
    return FakeJar.withCase(folder, name, statement);
  }

  @Test
  void sameJarTwice_isTwoBuildsWithClassesOfTheirOwn() throws IOException, BadInputException {
    Path jar = jar("jar", "figures.put(\"runs\", runs);");

    Round round = new Twins(jar, jar, "one", 1, 0).round(new Effort(1, 2, 3));

    assertThat(round.pairs().stream().map(pair -> pair.before().figures().get("runs")))
        .containsExactly(3.0, 4.0, 5.0)
        .inOrder();
    assertThat(round.pairs().stream().map(pair -> pair.after().figures().get("runs")))
        .containsExactly(3.0, 4.0, 5.0)
        .inOrder();
  }

  @Test
  void whoIsLoadedFirst_doesNotChangeWhoIsBefore() throws IOException, BadInputException {
    Path before = jar("before", "figures.put(\"figure\", 1.0);");
    Path after = jar("after", "figures.put(\"figure\", 2.0);");

    for (int first : List.of(0, 1)) {
      Round round = new Twins(before, after, "one", 0.5, first).round(new Effort(0.5, 1, 2));

      for (Pair pair : round.pairs()) {
        assertThat(pair.before().figures()).containsExactly("requests", 50.0, "figure", 1.0);
        assertThat(pair.after().figures()).containsExactly("requests", 50.0, "figure", 2.0);
      }
    }
  }

  @Test
  void services_areLookedUpInTheBuildItself() throws IOException, BadInputException {
    Path jar =
        jar(
            "jar",
            """
            boolean own = Thread.currentThread().getContextClassLoader()
                == Cases.class.getClassLoader();
            figures.put("own", own ? 1.0 : 0.0);
            """);
    ClassLoader outer = Thread.currentThread().getContextClassLoader();

    Round round = new Twins(jar, jar, "one", 1, 0).round(new Effort(1, 0, 1));

    assertThat(round.pairs().get(0).before().figures()).containsEntry("own", 1.0);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameInstanceAs(outer);
  }

  @Test
  void buildThatFails_isNamedWithItsReason() throws IOException, BadInputException {
    Path good = jar("good", "");
    Path bad = jar("bad", "if (runs > 0) throw new IllegalStateException(\"no luck\");");
    Twins twins = new Twins(good, bad, "one", 1, 0);

    var problem = assertThrows(BadInputException.class, () -> twins.round(Effort.QUICK));

    assertThat(problem)
        .hasMessageThat()
        .endsWith("bad.jar: java.lang.IllegalStateException: no luck");
  }

  @Test
  void jarWithoutEntry_isRefusedInOneLine() throws IOException {
    Path jar = FakeJar.empty(folder);

    var problem = assertThrows(BadInputException.class, () -> Build.load(jar));

    assertThat(problem)
        .hasMessageThat()
        .endsWith(
            "empty.jar: has no class io.headroom.benchmarks.Cases, so it is no benchmarks.jar, or"
                + " one of a commit before there was any");
  }

  @Test
  void entryOfAnotherKind_isRefused() throws IOException {
    Path jar =
        FakeJar.withEntry(
            folder, "other", "package io.headroom.benchmarks; public final class Cases {}");

    var problem = assertThrows(BadInputException.class, () -> Build.load(jar));

    assertThat(problem).hasMessageThat().endsWith("Cases is no DoubleFunction");
  }

  @Test
  void unknownCase_isRefused() throws IOException {
    Path jar = jar("jar", "");

    var problem = assertThrows(BadInputException.class, () -> new Twins(jar, jar, "two", 1, 0));

    assertThat(problem).hasMessageThat().endsWith("has no case two");
  }

  /** The contract that builds of other commits rely on. */
  @Test
  void thisBuild_canBeEnteredByJdkTypesOnly() throws Exception {
    Object entry = Class.forName(Build.ENTRY).getDeclaredConstructor().newInstance();

    var cases = (java.util.Map<?, ?>) ((DoubleFunction<?>) entry).apply(0.01);

    assertThat(cases).hasSize(15);
    for (Object work : cases.values()) {
      var figures = (java.util.Map<?, ?>) ((Callable<?>) work).call();
      assertThat((Double) figures.values().iterator().next()).isGreaterThan(0.0);
    }
  }
}
