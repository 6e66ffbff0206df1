package io.headroom.reports;

import io.headroom.SimulationResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory that holds one result: {@code result.json}, a CSV file for each {@link ResultTable},
 * and {@code activities.txt} and {@code explain.txt} for people.
 *
 * <p>All files are written beside the directory first and then moved into place, so that a write
 * that fails leaves what was there. Files of an earlier result are replaced, others stay.
 */
public final class ResultDirectory {
  private ResultDirectory() {}

  /**
   * Writes a result, and makes the directory and its parents if there are none.
   *
   * @throws IOException with one sentence that names the directory, if it cannot be written
   */
  public static void write(SimulationResult result, Path directory) throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    try {
      if (Files.exists(target) && !Files.isDirectory(target)) {
        throw new FileSystemException(target.toString(), null, "it is a file");
      }
      Path parent = Objects.requireNonNullElse(target.getParent(), target);
      Files.createDirectories(parent);
      writeThrough(createBeside(target, parent), target, result);
    } catch (IOException e) {
      throw new IOException("cannot write results to " + directory + ": " + reason(e), e);
    }
  }

  /**
   * Returns what keeps results from being written to a directory, as far as can be told without
   * writing; empty if nothing does.
   */
  public static Optional<String> obstacle(Path directory) {
    if (directory.toString().isBlank()) {
      return Optional.of("found an empty name; allowed: a directory");
    }
    Path existing = directory.toAbsolutePath().normalize();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      String found = existing.equals(directory.toAbsolutePath().normalize()) ? "" : " " + existing;
      return Optional.of("found a file" + found + "; allowed: a directory");
    }
    return Files.isWritable(existing)
        ? Optional.empty()
        : Optional.of("no permission for " + existing + "; allowed: a directory to write to");
  }

  /** Not a temporary directory, because those are closed to everyone else for good. */
  private static Path createBeside(Path target, Path parent) throws IOException {
    String name = "." + Objects.requireNonNullElse(target.getFileName(), "results") + ".partial";
    for (int attempt = 1; ; attempt++) {
      try {
        return Files.createDirectory(parent.resolve(name + (attempt == 1 ? "" : attempt)));
      } catch (FileAlreadyExistsException e) {
        if (attempt == 100) {
          throw e;
        }
      }
    }
  }

  private static void writeThrough(Path partial, Path target, SimulationResult result)
      throws IOException {
    try {
      writeFiles(result, partial);
      if (Files.exists(target)) {
        moveFiles(partial, target);
      } else {
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      delete(partial);
    }
  }

  private static void writeFiles(SimulationResult result, Path directory) throws IOException {
    for (ResultTable table : ResultTable.values()) {
      Path file = directory.resolve(table.fileName());
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        table.write(result, out);
      }
    }
    Files.writeString(directory.resolve("activities.txt"), ActivityLog.of(result));
    Files.writeString(
        directory.resolve("explain.txt"), new ExplainReport(TextStyle.PLAIN).text(result));
    Files.writeString(directory.resolve("result.json"), ResultJson.of(result));
  }

  private static void moveFiles(Path from, Path to) throws IOException {
    for (Path file : filesOf(from)) {
      Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      for (Path file : filesOf(directory)) {
        Files.delete(file);
      }
      Files.delete(directory);
    }
  }

  private static List<Path> filesOf(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " cannot be created";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is a file";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
  }
}
