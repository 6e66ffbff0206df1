package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class YamlTest {
  @Test
  void harmlessText_staysPlain() {
    assertThat(Yaml.text("web-tier.yaml")).isEqualTo("web-tier.yaml");
    assertThat(Yaml.text("10.0.0.0/16")).isEqualTo("10.0.0.0/16");
  }

  @Test
  void textThatYamlTakesForSomethingElse_isQuoted() {
    assertThat(Yaml.text("no")).isEqualTo("\"no\"");
    assertThat(Yaml.text("")).isEqualTo("\"\"");
    assertThat(Yaml.text("a: b")).isEqualTo("\"a: b\"");
    assertThat(Yaml.text("say \"x\"")).isEqualTo("\"say \\\"x\\\"\"");
    assertThat(Yaml.text("two\nlines")).isEqualTo("\"two\\u000alines\"");
  }

  @Property
  void text_writtenAndReadAgain_isTheSame(@ForAll("printable") String text) {
    YamlText yaml = new YamlText("text: " + Yaml.text(text));
    assertThat(yaml.section().text("text").orElseThrow()).isEqualTo(text);
  }

  @Provide
  static Arbitrary<String> printable() {
    return Arbitraries.strings().ascii().ofMaxLength(30);
  }
}
