package io.headroom.conformance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java example of the readme: compiled and run as it stands there. */
class ReadmeExampleTest {
  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** What the readme leaves out: imports, the zones and what a request asks for. */
  private static final String FRAME =
      """
      import static io.headroom.policies.aws.PredefinedMetric.*;
      import static java.time.Duration.*;
      import io.headroom.*;
      import io.headroom.autoscaling.*;
      import io.headroom.ec2.*;
      import io.headroom.elb.*;
      import io.headroom.policies.aws.*;
      import io.headroom.sim.Distribution;
      import io.headroom.workload.*;
      import io.headroom.workloads.synthetic.*;
      import java.nio.file.Path;
      import java.util.List;

      public class Example {
        private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b");

        public static void main(String[] args) throws Exception {
          RequestProfile requests = RequestProfile.of(Distribution.exponential(ofMillis(50)));
      %s
        }
      }
      """;

  private static String example() throws IOException {
    Path root = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));
    String readme = Files.readString(root.resolve("README.md"), StandardCharsets.UTF_8);
    Matcher match = EXAMPLE.matcher(readme);
    assertWithMessage("README.md has a Java example").that(match.find()).isTrue();
    return match.group(1);
  }

  @Test
  void example_compilesAndRuns(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("Example.java");
    Files.writeString(source, FRAME.formatted(example()));
    String classPath = System.getProperty("java.class.path");
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, "-cp", classPath, source.toString());
    assertWithMessage(messages.toString(StandardCharsets.UTF_8)).that(compiled).isEqualTo(0);
    String java = ProcessHandle.current().info().command().orElse("java");
    String both = folder + System.getProperty("path.separator") + classPath;
    Process run =
        new ProcessBuilder(List.of(java, "-cp", both, "Example"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertWithMessage(printed).that(run.waitFor()).isEqualTo(0);
    assertThat(printed).containsMatch("[0-9.]+ s, \\$[0-9.]+");
    assertThat(Files.readAllLines(folder.resolve("capacity.csv"))).hasSize(1_441);
  }
}
