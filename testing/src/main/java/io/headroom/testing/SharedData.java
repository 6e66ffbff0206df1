package io.headroom.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Files that tests read and the repository does not hold: templates, traces and test vectors. They
 * live in the folders that the system properties {@code headroom.shared} (by default {@code shared}
 * beside the checkout) and {@code headroom.vectors} (by default {@code vectors} inside it) name.
 *
 * <p>Where the folder is absent the calling test is skipped with a message, unless the environment
 * variable {@code HEADROOM_REQUIRE_SHARED} is {@code true}: then it fails. A shared file that is
 * absent from a folder that exists always fails, because then the test itself is wrong; the folder
 * of vectors may be any, so a file that it lacks only skips the test.
 */
public final class SharedData {

  private static final String REQUIRE = "HEADROOM_REQUIRE_SHARED";

  private SharedData() {}

  /**
   * The file or folder at a place relative to the shared folder, as in {@code
   * "data/templates/x.yaml"}.
   *
   * @throws IllegalArgumentException if the shared folder exists but holds nothing there
   */
  public static Path path(String relative) {
    return resolve("headroom.shared", "../shared", relative);
  }

  /** The folder of test vectors. */
  public static Path vectorsFolder() {
    return resolve("headroom.vectors", "../shared/vectors", ".");
  }

  /**
   * The file of test vectors with a name, as in {@code "queueing.json"}. The vectors' folder may be
   * one that lacks it: then the calling test is skipped with a message.
   */
  public static Path vectors(String name) {
    Path path = vectorsFolder().resolve(name);
    if (!Files.exists(path)) {
      Assumptions.abort("the folder of vectors holds no " + name + ": " + path);
    }
    return path;
  }

  private static Path resolve(String property, String fallback, String relative) {
    Path folder = Path.of(System.getProperty(property, fallback)).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      absent(property, folder);
    }
    Path path = folder.resolve(relative).normalize();
    if (!Files.exists(path)) {
      throw new IllegalArgumentException("no such shared data: " + path);
    }
    return path;
  }

  private static void absent(String property, Path folder) {
    String message = "needs the folder that -D" + property + " names, and there is none: " + folder;
    if (Boolean.parseBoolean(System.getenv(REQUIRE))) {
      throw new IllegalStateException(message + " (" + REQUIRE + "=true)");
    }
    Assumptions.abort(message);
  }
}
