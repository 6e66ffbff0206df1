package io.headroom.cloudformation.template;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A text, number or boolean of a template, with the text as it was written.
 *
 * <p>YAML 1.1 reads an unquoted {@code yes} as a boolean and {@code 0755} as 493, but a property of
 * type String means what was written; so the text is kept beside the kind.
 *
 * @param text the source text without quotes
 * @param kind what YAML 1.1 or JSON takes the text for
 * @param origin how far the value can be trusted
 * @param line the line of the source, counted from 1
 */
public record ScalarNode(String text, Kind kind, Origin origin, int line) implements TemplateNode {

  /** What a format takes a scalar for. */
  public enum Kind {
    /** A quoted text, or an unquoted one that is nothing else. */
    TEXT,
    /** A whole number. */
    INTEGER,
    /** A number with a fraction or an exponent. */
    DECIMAL,
    /** True or false; in YAML 1.1 yes, no, on and off as well. */
    BOOLEAN,
    /** Nothing. */
    NULL
  }

  /** Returns a text that the template gives. */
  public static ScalarNode of(String text, int line) {
    return new ScalarNode(text, Kind.TEXT, Origin.GIVEN, line);
  }

  /** Returns a text of another origin than the template. */
  public static ScalarNode of(String text, Origin origin, int line) {
    return new ScalarNode(text, Kind.TEXT, origin, line);
  }

  /** Returns whether the value is null. */
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /**
   * Returns the text as the service sees it after it read the file: {@code true} or {@code false}
   * for a boolean, nothing for null, the source text for everything else.
   */
  public String canonicalText() {
    return switch (kind) {
      case BOOLEAN -> Boolean.toString(YamlScalars.isTrue(text));
      case NULL -> "";
      case TEXT, INTEGER, DECIMAL -> text;
    };
  }

  /**
   * Returns the number that the text stands for, quoted or not; empty if it stands for none.
   * Unquoted numbers follow YAML 1.1: octal, hexadecimal, base 60 and underscores.
   */
  public Optional<BigDecimal> number() {
    return YamlScalars.number(this);
  }

  /** Returns the truth value that the text stands for, quoted or not; empty if for none. */
  public Optional<Boolean> truth() {
    return switch (canonicalText()) {
      case "true", "True", "TRUE" -> Optional.of(true);
      case "false", "False", "FALSE" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Returns whether two scalars are the same to the service, which compares them as texts. */
  public boolean sameText(ScalarNode other) {
    return text.equals(other.text) || canonicalText().equals(other.canonicalText());
  }

  @Override
  public ScalarNode atLine(int newLine) {
    return newLine == line ? this : new ScalarNode(text, kind, origin, newLine);
  }

  @Override
  public String kindName() {
    return isNull() ? "nothing" : "a text";
  }
}
