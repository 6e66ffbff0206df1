package io.headroom.cloudformation.template;

import java.util.Collection;
import java.util.Optional;

/**
 * Finds the known name that an unknown one was probably meant to be.
 *
 * <p>The measure is the edit distance of V. I. Levenshtein, "Binary codes capable of correcting
 * deletions, insertions, and reversals" (1966), without regard to case.
 */
public final class Nearest {

  private Nearest() {}

  /**
   * Returns the candidate with the least edit distance, the first among equals; empty if even that
   * one differs in more than a third of the name.
   */
  public static Optional<String> to(String name, Collection<String> candidates) {
    int least = Math.max(2, name.length() / 3) + 1;
    String nearest = null;
    for (String candidate : candidates) {
      int distance = distance(name, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Returns the end of a message that asks whether the nearest candidate was meant, or nothing. */
  public static String hint(String name, Collection<String> candidates) {
    return to(name, candidates).map(nearest -> ", did you mean " + nearest + "?").orElse("");
  }

  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (differ(left.charAt(i - 1), right.charAt(j - 1)) ? 1 : 0);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }

  private static boolean differ(char left, char right) {
    return Character.toLowerCase(left) != Character.toLowerCase(right);
  }
}
