package io.headroom.testing.vectors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of vectors.
 *
 * @param name the file's name
 * @param schema what its {@code schema} or {@code format} says, or else the title that it gives
 *     itself
 * @param vectors its list of vectors; only files of a known schema must have one
 */
record VectorFile(String name, String schema, JsonNode vectors) {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Reads a file; throws an {@link AssertionError} that names the file if it is malformed. */
  static VectorFile read(Path path) {
    String name = String.valueOf(path.getFileName());
    JsonNode root = json(path, name);
    for (String place : new String[] {"/schema", "/format", "/meta/schema", "/meta/title"}) {
      if (root.at(place).isTextual()) {
        return new VectorFile(name, root.at(place).asText(), root.path("vectors"));
      }
    }
    throw new AssertionError(name + ": needs a text 'schema' or 'format' at its top");
  }

  private static JsonNode json(Path path, String name) {
    try {
      return JSON.readTree(path.toFile());
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String line = at == null ? "" : ":" + at.getLineNr();
      throw new AssertionError(name + line + ": no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new AssertionError(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The list of vectors; throws an {@link AssertionError} that names the file if there is none. */
  JsonNode checkedVectors() {
    if (!vectors.isArray()) {
      throw new AssertionError(name + ": needs a list 'vectors'");
    }
    return vectors;
  }
}
