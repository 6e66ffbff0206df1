package io.headroom.reports;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.reports.TextStyle.Colour;
import io.headroom.reports.TextStyle.Glyphs;
import org.junit.jupiter.api.Test;

final class LineTest {
  private static final TextStyle NARROW = TextStyle.PLAIN.fitting(60);

  @Test
  void line_thatFitsIsWhole() {
    assertThat(Line.of("x".repeat(60)).render(NARROW)).isEqualTo("x".repeat(60));
  }

  @Test
  void line_thatIsTooLongIsCut() {
    Line line = Line.of("x".repeat(30)).add("y".repeat(31));

    assertThat(line.render(NARROW)).isEqualTo("x".repeat(30) + "y".repeat(29) + "…");
  }

  @Test
  void length_isInCharactersNotInUnits() {
    Line line = Line.of("😀".repeat(61));

    assertThat(line.length()).isEqualTo(61);
    assertThat(line.render(NARROW)).isEqualTo("😀".repeat(59) + "…");
  }

  @Test
  void ascii_replacesEachCharacterByOne() {
    assertThat(Line.of("▁▄█ 1 → 2 · café 😀 µs").render(NARROW.glyphs(Glyphs.ASCII)))
        .isEqualTo(".:# 1 > 2 | caf? ? us");
  }

  @Test
  void colour_isAroundTheText() {
    assertThat(new Line().add("a ").add(Ink.GOOD, "b").render(NARROW.colour(Colour.ON)))
        .isEqualTo("a \u001b[32mb\u001b[0m");
  }

  @Test
  void width_isWithinItsRange() {
    assertThat(TextStyle.PLAIN.fitting(0).width()).isEqualTo(60);
    assertThat(TextStyle.PLAIN.fitting(1_000).width()).isEqualTo(200);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new TextStyle(59, Glyphs.UNICODE, Colour.OFF));
    assertThat(e).hasMessageThat().isEqualTo("width must be in [60, 200], was 59");
  }
}
