package io.headroom.benchmarks.regression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares two folders of JSON results and prints a page in Markdown.
 *
 * <p>The files of both folders, sorted by name, belong together pair by pair. Exit code 0 if
 * nothing is slower beyond the noise, 1 if something is, 2 for bad input.
 */
public final class Compare {
  private Compare() {}

  /** Compares {@code MAIN_FOLDER NEW_FOLDER}. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    if (args.length != 2) {
      System.err.println("usage: Compare MAIN_FOLDER NEW_FOLDER");
      return 2;
    }
    try {
      Comparison comparison =
          new Comparison(Scores.read(files(args[0])), Scores.read(files(args[1])));
      System.out.print(comparison.page());
      return comparison.anySlower() ? 1 : 0;
    } catch (IOException problem) {
      System.err.println("cannot read results: " + problem.getMessage());
      return 2;
    }
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
