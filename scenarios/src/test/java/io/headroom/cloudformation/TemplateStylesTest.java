package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudformation.stack.TemplateOptions;
import io.headroom.cloudformation.template.Template;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole templates in the styles that people and tools write: each gives the model that it means.
 */
class TemplateStylesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nested-short-forms.yaml | Asg: 4 to 20 x m5.large in us-east-1a, us-east-1b, us-east-1c,"
            + " behind Application Load Balancer Alb, scaled by Pol",
        "loops.yaml | AsgGreen: 1 to 5 x m5.large in us-east-1a, us-east-1b, scaled by PolGreen",
        "network-load-balancer.yaml | Asg: 2 to 8 x c5.xlarge in us-east-1a, us-east-1b,"
            + " behind Network Load Balancer Nlb",
        "three-tiers.yaml | Api: 2 to 4 x m5.large in us-east-1a, us-east-1b, us-east-1c,"
            + " behind Application Load Balancer PubAlb",
        "three-tiers.yaml | App: 2 to 4 x m5.large in us-east-1a, us-east-1b, us-east-1c,"
            + " behind Application Load Balancer IntAlb",
        "own-subnets.yaml | Asg: 1 to 3 x m5.large in us-east-1a, us-east-1b",
        "no-value.yaml | Asg: 1 to 4 x m5.large in us-east-1a, us-east-1b, us-east-1c,"
            + " with 1 scheduled action",
        "alarms-and-steps.yaml | Asg: 2 to 10 x m5.large in us-east-1a, us-east-1b,"
            + " scaled by Out, In",
        "latency-alarm.yaml | Asg: 2 to 20 x c6g.large in us-east-1a, us-east-1b, us-east-1c,"
            + " behind Application Load Balancer Alb, scaled by Out",
        "language-extensions.yaml | Asg: 3 to 9 x m5.large in us-east-1a, us-east-1b, us-east-1c",
        "synthesized.json | ASG46ED3070: 2 to 10 x c6g.large in us-east-1a, us-east-1b,"
            + " behind Application Load Balancer LB8A12904C, scaled by ASGScalingPolicyAModestLoad",
        "traffic-sources.json | Asg: 2 to 4 x m5.large in us-east-1a, us-east-1b,"
            + " behind Network Load Balancer Nlb"
      })
  void template_givesTheGroupThatItMeans(String name, String group) throws URISyntaxException {
    ImportedStack stack =
        ImportedStack.of(Template.read(path(name)), TemplateOptions.builder().build());

    assertThat(stack.hasErrors()).isFalse();
    assertThat(stack.report().summary().lines().map(String::strip).toList()).contains(group);
  }

  private static Path path(String name) throws URISyntaxException {
    URL url = TemplateStylesTest.class.getResource("styles/" + name);
    return Path.of(Objects.requireNonNull(url, name).toURI());
  }
}
