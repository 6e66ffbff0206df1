package io.headroom.cloudformation.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.headroom.cloudformation.template.ScalarNode.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (ECMA-404) into template nodes. One reader reads one text. */
final class JsonReader {

  private final JsonParser parser;
  private final Problems duplicates;

  private JsonReader(JsonParser parser, Problems duplicates) {
    this.parser = parser;
    this.duplicates = duplicates;
  }

  /**
   * Reads one value that fills the text.
   *
   * @param duplicates where to say which keys occur twice; the last one wins
   * @throws IOException if the text is no JSON
   */
  static TemplateNode read(String text, Problems duplicates) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      TemplateNode root = new JsonReader(parser, duplicates).value("", line(parser));
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "text after the end of the template");
      }
      return root;
    }
  }

  private TemplateNode value(String path, int line) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return map(path, line);
    }
    if (token == JsonToken.START_ARRAY) {
      return list(path, line);
    }
    return new ScalarNode(parser.getText(), kind(token), Origin.GIVEN, line);
  }

  private MapNode map(String path, int line) throws IOException {
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line(parser);
      String place = path.isEmpty() ? key : path + "." + key;
      parser.nextToken();
      if (entries.put(key, value(place, keyLine)) != null) {
        duplicates.warning(keyLine, place, "the key stands here for the second time; it wins");
      }
    }
    return new MapNode(entries, line);
  }

  private ListNode list(String path, int line) throws IOException {
    List<TemplateNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(path + "[" + items.size() + "]", line(parser)));
    }
    return new ListNode(items, line);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static Kind kind(JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT -> Kind.INTEGER;
      case VALUE_NUMBER_FLOAT -> Kind.DECIMAL;
      case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
      case VALUE_NULL -> Kind.NULL;
      default -> Kind.TEXT;
    };
  }
}
