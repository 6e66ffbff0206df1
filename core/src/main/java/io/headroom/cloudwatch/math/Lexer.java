package io.headroom.cloudwatch.math;

import io.headroom.cloudwatch.math.Token.Kind;
import io.headroom.cloudwatch.math.value.MathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into its pieces. */
final class Lexer {
  private static final Pattern PIECE =
      Pattern.compile(
          "\\s+|(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "|(?<text>\"[^\"]*\"|'[^']*')"
              + "|(?<id>[a-z][A-Za-z0-9_]*)|(?<word>[A-Z][A-Z0-9_]*)"
              + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[-+*/^<>(),\\[\\]])");

  private Lexer() {}

  /** Returns the pieces, the last of which is the end. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw unexpected(text, at);
      }
      add(matcher, tokens);
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, "", text.length() + 1));
    return tokens;
  }

  private static MathException unexpected(String text, int at) {
    String piece = text.substring(at, text.offsetByCodePoints(at, 1));
    boolean isQuote = piece.equals("\"") || piece.equals("'");
    return new MathException(
        isQuote ? "A text has no closing quote" : "Unexpected '" + piece + "'", at + 1);
  }

  private static void add(Matcher matcher, List<Token> tokens) {
    for (Kind kind : List.of(Kind.NUMBER, Kind.ID, Kind.WORD, Kind.SIGN)) {
      String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
      if (text != null) {
        tokens.add(new Token(kind, text, matcher.start() + 1));
      }
    }
    String quoted = matcher.group("text");
    if (quoted != null) {
      String text = quoted.substring(1, quoted.length() - 1);
      tokens.add(new Token(Kind.TEXT, text, matcher.start() + 1));
    }
  }
}
