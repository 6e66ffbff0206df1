package io.headroom.cloudformation.template;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a text as JSON or YAML, whichever it is: a text that begins with a brace is tried as JSON
 * first. The name of the file says nothing about the format.
 */
public final class TemplateReader {

  private final Problems problems;
  private final Problems duplicates;

  /**
   * Creates a reader.
   *
   * @param problems where to report what makes the text unreadable or unusual
   * @param duplicates where to report keys that occur twice in one map; the last one wins
   */
  public TemplateReader(Problems problems, Problems duplicates) {
    this.problems = problems;
    this.duplicates = duplicates;
  }

  /** Reads a file; reports why it cannot be read and returns nothing then. */
  public Optional<TemplateNode> read(Path file) {
    return text(file).flatMap(this::read);
  }

  private Optional<String> text(Path file) {
    if (!Files.exists(file)) {
      problems.error(0, "", "there is no such file");
    } else if (Files.isDirectory(file)) {
      problems.error(0, "", "this is a directory, expected a file");
    } else {
      try {
        return Optional.of(Files.readString(file));
      } catch (CharacterCodingException e) {
        problems.error(0, "", "the file is not encoded in UTF-8");
      } catch (IOException e) {
        problems.error(0, "", "the file cannot be read: " + e.getMessage());
      }
    }
    return Optional.empty();
  }

  /** Reads a text; reports why it cannot be read and returns nothing then. */
  public Optional<TemplateNode> read(String text) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (body.isBlank()) {
      problems.error(0, "", "the file is empty");
      return Optional.empty();
    }
    return body.stripLeading().startsWith("{") ? jsonOrYaml(body) : yaml(body);
  }

  private Optional<TemplateNode> jsonOrYaml(String text) {
    Problems jsonDuplicates = new Problems();
    try {
      TemplateNode root = JsonReader.read(text, jsonDuplicates);
      duplicates.addAll(jsonDuplicates.list());
      return Optional.of(root);
    } catch (IOException e) {
      return yamlInBraces(text, e);
    }
  }

  /** Reports the fault as one of JSON if the text is no YAML either, for JSON was meant. */
  private Optional<TemplateNode> yamlInBraces(String text, IOException jsonFault) {
    Problems yamlProblems = new Problems();
    Optional<TemplateNode> root = new TemplateReader(yamlProblems, duplicates).yaml(text);
    if (root.isPresent()) {
      problems.addAll(yamlProblems.list());
    } else {
      report(jsonFault);
    }
    return root;
  }

  private Optional<TemplateNode> yaml(String text) {
    try {
      Node node = YamlReader.compose(text);
      if (node == null) {
        problems.error(0, "", "the file is empty");
        return Optional.empty();
      }
      return Optional.of(new YamlReader(problems, duplicates).convert(node, "", 1));
    } catch (YAMLException e) {
      report(e);
      return Optional.empty();
    }
  }

  private void report(IOException fault) {
    JsonLocation place = fault instanceof JsonProcessingException json ? json.getLocation() : null;
    String message =
        fault instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : fault.getMessage();
    if (place == null) {
      problems.error(0, "", "no JSON: " + message);
    } else {
      problems.error(
          place.getLineNr(), "", "no JSON at column " + place.getColumnNr() + ": " + message);
    }
  }

  private void report(YAMLException fault) {
    if (fault instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      Mark mark = marked.getProblemMark();
      String context = marked.getContext() == null ? "" : marked.getContext() + ", ";
      problems.error(
          mark.getLine() + 1,
          "",
          "no YAML at column " + (mark.getColumn() + 1) + ": " + context + marked.getProblem());
    } else {
      problems.error(0, "", "no YAML: " + firstLine(fault.getMessage()));
    }
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse(message);
  }
}
