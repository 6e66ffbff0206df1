package io.headroom.benchmarks.builds;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;

/**
 * One build: a {@code benchmarks.jar} with a class loader of its own, whose parent is that of the
 * platform. So it shares classes with nobody, nor what the compiler has learned about them; only
 * those of the JDK are common to all builds in a JVM.
 */
final class Build {
  /** The class by which a build is entered; it speaks types of the JDK only. */
  static final String ENTRY = "io.headroom.benchmarks.Cases";

  private final Path jar;
  private final ClassLoader loader;
  private final DoubleFunction<?> entry;

  private Build(Path jar, ClassLoader loader, DoubleFunction<?> entry) {
    this.jar = jar;
    this.loader = loader;
    this.entry = entry;
  }

  /**
   * Loads a build anew.
   *
   * @throws BadInputException if there is no such jar, or the class to enter it by is missing
   */
  static Build load(Path jar) throws BadInputException {
    if (!Files.isRegularFile(jar)) {
      throw new BadInputException("%s: no such file".formatted(jar));
    }
    ClassLoader loader = loader(jar);
    try {
      Object entry = loader.loadClass(ENTRY).getDeclaredConstructor().newInstance();
      if (entry instanceof DoubleFunction<?> function) {
        return new Build(jar, loader, function);
      }
      throw new BadInputException("%s: %s is no DoubleFunction".formatted(jar, ENTRY));
    } catch (ClassNotFoundException absent) {
      throw new BadInputException(
          "%s: has no class %s, so it is no benchmarks.jar, or one of a commit before there was any"
              .formatted(jar, ENTRY));
    } catch (ReflectiveOperationException | LinkageError problem) {
      throw new BadInputException("%s: cannot make %s: %s".formatted(jar, ENTRY, problem));
    }
  }

  private static ClassLoader loader(Path jar) throws BadInputException {
    try {
      return new URLClassLoader(
          "build", new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    } catch (MalformedURLException problem) {
      throw new BadInputException("%s: %s".formatted(jar, problem.getMessage()));
    }
  }

  /** Returns its cases by name, each to do a share of the full work, in (0, 1]. */
  @SuppressWarnings("unchecked") // the contract of the entry
  Map<String, Callable<Map<String, Double>>> cases(double share) throws BadInputException {
    try {
      return (Map<String, Callable<Map<String, Double>>>) within(() -> entry.apply(share));
    } catch (Exception | LinkageError problem) {
      throw new BadInputException("%s: cannot make its cases: %s".formatted(jar, problem));
    }
  }

  /** Does something where services are looked up in this build and not in the one around it. */
  <T> T within(Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader outer = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(outer);
    }
  }

  Path jar() {
    return jar;
  }
}
