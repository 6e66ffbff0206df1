package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.termination.CustomTermination;
import io.headroom.policies.termination.IdleInstances;
import io.headroom.testing.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands for the Lambda functions of termination policies. */
final class TerminationFunctionsSectionTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:pick";

  private static final AutoScalingGroupSpec WITHOUT = AutoScalingGroupSpec.builder("web").build();
  private static final AutoScalingGroupSpec WITH =
      AutoScalingGroupSpec.builder("web").terminationPolicyNames(List.of(ARN)).build();

  private static AutoScalingGroupSpec read(YamlText text, AutoScalingGroupSpec group) {
    return new TerminationFunctionsSection().read(text.section()).apply(group);
  }

  @Test
  @Rule("autoscaling 11.4")
  void function_isFoundByItsKey() {
    YamlText text = new YamlText("idle: { requests: 2 }");

    assertThat(read(text, WITH).fleet().termination())
        .hasValue(CustomTermination.of(ARN, new IdleInstances(2)));
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void unknownFunction_isAProblem() {
    YamlText text = new YamlText("idel: {}");

    assertThat(read(text, WITH)).isEqualTo(WITH);
    assertThat(text.problems()).hasSize(1);
    assertThat(text.problems().get(0)).contains("allowed: idle");
  }

  @Test
  void groupWithoutAFunction_isAProblem() {
    YamlText text = new YamlText("idle: {}");

    assertThat(read(text, WITHOUT)).isEqualTo(WITHOUT);
    assertThat(text.problems().get(0)).contains("name no Lambda function");
  }

  @Test
  @Rule("autoscaling 11.4")
  void functionThatNothingStandsFor_isANoteOfOneLine() {
    YamlText text = new YamlText("{}");
    TerminationFunctionsSection.noteMissing(text.section(), WITH);
    TerminationFunctionsSection.noteMissing(text.section(), WITHOUT);

    assertThat(text.problems()).hasSize(1);
    assertThat(text.problems().get(0))
        .contains("says nothing of " + ARN + ", so the other termination policies of web decide");
  }
}
