package io.headroom.testing.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds that Headroom knows, over all modules: the contents of {@code kinds.tsv}. */
record KindCatalogue(List<KnownKind> kinds) {

  static KindCatalogue read() {
    try (InputStream in = KindCatalogue.class.getResourceAsStream("kinds.tsv")) {
      if (in == null) {
        throw new IllegalStateException("kinds.tsv is missing from the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KindCatalogue parse(String text) {
    return new KindCatalogue(
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(KindCatalogue::kind)
            .toList());
  }

  private static KnownKind kind(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length < 3 || columns.length > 4) {
      throw new IllegalStateException("kinds.tsv: needs schema, kind, module: " + line);
    }
    return new KnownKind(
        columns[0], columns[1], columns[2], columns.length == 4 ? columns[3].strip() : "");
  }

  Stream<KnownKind> of(String schema) {
    return kinds.stream().filter(kind -> kind.schema().equals(schema));
  }

  Optional<KnownKind> find(String schema, String name) {
    return of(schema).filter(kind -> kind.name().equals(name)).findFirst();
  }
}
