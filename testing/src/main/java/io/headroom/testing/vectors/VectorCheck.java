package io.headroom.testing.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Checks one vector: throws if what the code does is not what the vector expects. */
@FunctionalInterface
public interface VectorCheck extends Consumer<JsonNode> {

  /** A check that wants what a vector gives and what it expects apart. */
  static VectorCheck of(BiConsumer<JsonNode, JsonNode> check) {
    return vector -> check.accept(vector.path("given"), vector.path("expected"));
  }

  /** A check of that sort beside the kind of vectors that it is for. */
  static Map.Entry<String, VectorCheck> entry(String kind, BiConsumer<JsonNode, JsonNode> check) {
    return Map.entry(kind, of(check));
  }
}
