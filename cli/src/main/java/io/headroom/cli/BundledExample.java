package io.headroom.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The example that comes with the command: a scenario, its template and its traffic, read from
 * where they were packaged. Closing it makes its path unusable.
 */
final class BundledExample implements AutoCloseable {
  private static final String SCENARIO = "example/scenario.yaml";

  private final Path scenario;
  private final Optional<FileSystem> jar;

  private BundledExample(Path scenario, Optional<FileSystem> jar) {
    this.scenario = scenario;
    this.jar = jar;
  }

  /** Opens the example. */
  static BundledExample open() throws IOException {
    URL url = Objects.requireNonNull(BundledExample.class.getResource(SCENARIO), SCENARIO);
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return new BundledExample(Path.of(uri), Optional.empty());
      }
      FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
      return new BundledExample(Path.of(uri), Optional.of(jar));
    } catch (URISyntaxException e) {
      throw new IOException("the bundled example has no usable address: " + url, e);
    }
  }

  /** Returns the scenario file. */
  Path scenario() {
    return scenario;
  }

  @Override
  public void close() throws IOException {
    if (jar.isPresent()) {
      jar.get().close();
    }
  }
}
