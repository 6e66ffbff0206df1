package io.headroom.benchmarks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.benchmarks.race.Rounds;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final List<String> NAMES = List.of("limit A", "Headroom, least", "Headroom");

  private static List<String> choose(String... args) {
    return Options.parse(args).choose(NAMES, Function.identity());
  }

  private static void assertRefused(String message, String... args) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> choose(args));
    assertThat(refusal).hasMessageThat().isEqualTo(message);
  }

  @Test
  void only_choosesByName_inAnyCase() {
    assertThat(choose()).isEqualTo(NAMES);
    assertThat(choose("--only", "headroom")).containsExactly("Headroom, least", "Headroom");
  }

  @Test
  void onlyThatMatchesNothing_saysWhatThereIs() {
    assertRefused(
        "--only Tailroom: matches none of: limit A; Headroom, least; Headroom",
        "--only",
        "Tailroom");
  }

  @Test
  void wrongOptions_areNamed() {
    assertRefused("unknown option --fast", "--fast");
    assertRefused("--only needs a value", "--only");
    assertRefused("--only (: Unclosed group", "--only", "(");
  }

  @Test
  void quick_isOneRoundOfATenth() {
    assertThat(Options.parse("--quick").rounds()).isEqualTo(Rounds.QUICK);
    assertThat(Options.parse("--once", "--cpu").rounds())
        .isEqualTo(Rounds.FULL.single().by(Rounds.Clock.THREAD));
  }
}
