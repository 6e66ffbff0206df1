package io.headroom.cloudformation.stack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes a value as JSON on one line. */
final class JsonText {

  private JsonText() {}

  static String of(TemplateNode node) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      write(node, json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return text.toString();
  }

  private static void write(TemplateNode node, JsonGenerator json) throws IOException {
    if (node instanceof ScalarNode scalar) {
      writeScalar(scalar, json);
    } else if (node instanceof ListNode list) {
      json.writeStartArray();
      for (TemplateNode item : list.items()) {
        write(item, json);
      }
      json.writeEndArray();
    } else if (node instanceof MapNode map) {
      json.writeStartObject();
      for (Map.Entry<String, TemplateNode> entry : map.entries().entrySet()) {
        json.writeFieldName(entry.getKey());
        write(entry.getValue(), json);
      }
      json.writeEndObject();
    }
  }

  private static void writeScalar(ScalarNode scalar, JsonGenerator json) throws IOException {
    switch (scalar.kind()) {
      case TEXT -> json.writeString(scalar.text());
      case INTEGER, DECIMAL -> json.writeNumber(scalar.number().orElseThrow());
      case BOOLEAN -> json.writeBoolean(scalar.truth().orElseThrow());
      case NULL -> json.writeNull();
    }
  }
}
