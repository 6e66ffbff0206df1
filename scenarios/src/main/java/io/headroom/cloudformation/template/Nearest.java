package io.headroom.cloudformation.template;

import java.util.Collection;
import java.util.Optional;

/**
 * Finds the known name that an unknown one was probably meant to be.
 *
 * <p>The measure is the edit distance of F. J. Damerau, "A technique for computer detection and
 * correction of spelling errors" (1964): letters added, left out, replaced, or swapped with their
 * neighbours; without regard to case.
 */
public final class Nearest {

  private Nearest() {}

  /**
   * Returns the candidate with the least edit distance, the first among equals; empty if even that
   * one differs in more than a third of the name, or in more than two letters of a short one.
   */
  public static Optional<String> to(String name, Collection<String> candidates) {
    int least = (name.length() <= 3 ? 1 : Math.max(2, name.length() / 3)) + 1;
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
    int[][] rows = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, left, right, i, j);
      }
    }
    return rows[left.length()][right.length()];
  }

  private static int least(int[][] rows, String left, String right, int i, int j) {
    boolean same = !differ(left.charAt(i - 1), right.charAt(j - 1));
    int replaced = rows[i - 1][j - 1] + (same ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && !differ(left.charAt(i - 1), right.charAt(j - 2))
            && !differ(left.charAt(i - 2), right.charAt(j - 1));
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }

  private static boolean differ(char left, char right) {
    return Character.toLowerCase(left) != Character.toLowerCase(right);
  }
}
