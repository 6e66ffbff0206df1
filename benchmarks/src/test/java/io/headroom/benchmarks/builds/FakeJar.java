package io.headroom.benchmarks.builds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Jars of builds that never were. */
public final class FakeJar {
  private FakeJar() {}

  /** Makes a jar whose entry has a case {@code one}, which does this and counts its runs. */
  public static Path withCase(Path folder, String name, String statement) throws IOException {
    return withEntry(
        folder,
        name,
        """
        package io.headroom.benchmarks;
        import java.util.*;
        import java.util.concurrent.Callable;
        public final class Cases
            implements java.util.function.DoubleFunction<Map<String, Callable<Map<String, Double>>>> {
          static double runs;
          @Override public Map<String, Callable<Map<String, Double>>> apply(double share) {
            return Map.of("one", () -> {
              runs++;
              Map<String, Double> figures = new LinkedHashMap<>();
              figures.put("requests", 100 * share);
              %s
              return figures;
            });
          }
        }
        """
            .formatted(statement));
  }

  /** Makes a jar with this source of an entry. */
  public static Path withEntry(Path folder, String name, String source) throws IOException {
    Path file = folder.resolve(name).resolve("Cases.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int code = compiler.run(null, null, null, "-proc:none", "-d", file.getParent() + "", file + "");
    if (code != 0) {
      throw new IllegalArgumentException("the source does not compile: " + source);
    }
    Path classes = file.resolveSibling("io").resolve("headroom").resolve("benchmarks");
    return jar(folder.resolve(name + ".jar"), classes.resolve("Cases.class"));
  }

  /** Makes a jar without a class. */
  public static Path empty(Path folder) throws IOException {
    Path jar = folder.resolve("empty.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("nothing"));
    }
    return jar;
  }

  private static Path jar(Path jar, Path type) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(Build.ENTRY.replace('.', '/') + ".class"));
      Files.copy(type, out);
    }
    return jar;
  }
}
