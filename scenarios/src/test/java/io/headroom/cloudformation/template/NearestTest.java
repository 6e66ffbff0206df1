package io.headroom.cloudformation.template;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {

  @Test
  void smallestEditDistance_wins() {
    assertThat(Nearest.to("WebGrup", List.of("WebGroup", "WebGroups"))).hasValue("WebGroup");
  }

  @Test
  void case_doesNotCount() {
    assertThat(Nearest.to("webgroup", List.of("Other", "WebGroup"))).hasValue("WebGroup");
  }

  @Test
  void farNames_areNoHint() {
    assertThat(Nearest.to("Alpha", List.of("Omega", "Zeta"))).isEmpty();
    assertThat(Nearest.hint("Alpha", List.of())).isEmpty();
  }

  @Test
  void threeEditsInTwelveLetters_areStillNear() {
    assertThat(Nearest.to("LoadBalancer", List.of("LodBlancr"))).hasValue("LodBlancr");
  }
}
