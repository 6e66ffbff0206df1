package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.sim.Settings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SectionTest {
  @Test
  void value_isReadInItsNotation() {
    Section section = new YamlText("rate: 60/min", "wait: 5m", "when: 14:00").section();
    assertThat(section.rate("rate", 0)).isEqualTo(1.0);
    assertThat(section.duration("wait", Duration.ZERO)).isEqualTo(Duration.ofMinutes(5));
    assertThat(section.time("when", Duration.ZERO)).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void absentKey_givesDefault() {
    YamlText text = new YamlText("a: 1");
    assertThat(text.section().number("a", 7)).isEqualTo(1.0);
    assertThat(text.section().number("b", 7)).isEqualTo(7.0);
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void wrongValue_isAProblemWithLineAndGivesDefault() {
    YamlText text = new YamlText("name: x", "wait: 5 parsecs");
    text.section().text("name");
    assertThat(text.section().duration("wait", Duration.ofSeconds(3)))
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(text.problems())
        .containsExactly(
            "line 2: wait: found '5 parsecs'; allowed: a duration with a unit, such as 500ms, 90s,"
                + " 5m, 24h, 7d or PT5M");
  }

  @Test
  void unknownKey_namesTheNearest() {
    YamlText text = new YamlText("outer:", "  duratoin: 5m");
    text.section().section("outer").orElseThrow().duration("duration", Duration.ZERO);
    assertThat(text.problems())
        .containsExactly("line 2: outer.duratoin: unknown key; did you mean duration?");
  }

  @Test
  void unknownKey_farFromAll_listsWhatIsAllowed() {
    YamlText text = new YamlText("colour: red");
    text.section().has("duration");
    text.section().has("seed");
    assertThat(text.problems())
        .containsExactly("line 1: colour: unknown key; allowed: duration, seed");
  }

  @Test
  void nestedLists_haveTheirPlacesInPaths() {
    YamlText text = new YamlText("steps:", "  - {at: 1h}", "  - {at: x}");
    List<Settings> steps = text.section().list("steps");
    assertThat(steps.get(0).time("at", Duration.ZERO)).isEqualTo(Duration.ofHours(1));
    assertThat(steps.get(1).time("at", Duration.ZERO)).isEqualTo(Duration.ZERO);
    assertThat(text.problems())
        .containsExactly("line 3: steps[1].at: found 'x'; allowed: " + RunTime.ALLOWED);
  }

  @Test
  void plainValue_isTheSettingAskedForFirst() {
    YamlText text = new YamlText("poisson: 60/min");
    Section poisson = text.section().settings("poisson").orElseThrow();
    assertThat(poisson.rate("rate", 0)).isEqualTo(1.0);
    assertThat(poisson.has("other")).isFalse();
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void missingFile_isAProblem() {
    YamlText text = new YamlText("trace: no-such-file.csv");
    assertThat(text.section().file("trace")).isEmpty();
    assertThat(text.problems()).hasSize(1);
    assertThat(text.problems().get(0)).contains("no such file: ./no-such-file.csv");
  }

  @Test
  void directory_isNoFile() {
    YamlText text = new YamlText("trace: .");
    assertThat(text.section().file("trace")).isEmpty();
    assertThat(text.problems().get(0)).contains("found a directory");
  }

  @Test
  void wrongShape_isAProblem() {
    YamlText text = new YamlText("slo: high", "workloads: {}", "name: [a]");
    assertThat(text.section().section("slo")).isEmpty();
    assertThat(text.section().sections("workloads")).isEmpty();
    assertThat(text.section().text("name")).isEmpty();
    assertThat(text.problems())
        .containsExactly(
            "line 1: slo: found 'high'; allowed: a map of settings",
            "line 2: workloads: found a map; allowed: a list",
            "line 3: name: found a list; allowed: a text");
  }

  @Test
  void keyWithoutValue_isAProblem() {
    YamlText text = new YamlText("duration:");
    assertThat(text.section().duration("duration", Duration.ZERO)).isEqualTo(Duration.ZERO);
    assertThat(text.problems().get(0)).contains("duration: found nothing; allowed: a duration");
  }
}
