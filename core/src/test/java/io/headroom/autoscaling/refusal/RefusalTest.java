package io.headroom.autoscaling.refusal;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  @Rule("autoscaling 30.1")
  void operations_declareTheirCodes() {
    assertThat(ApiOperation.SET_DESIRED_CAPACITY.declared())
        .containsExactly(
            ErrorCode.VALIDATION_ERROR,
            ErrorCode.RESOURCE_CONTENTION,
            ErrorCode.SCALING_ACTIVITY_IN_PROGRESS);
    assertThat(ApiOperation.ROLLBACK_INSTANCE_REFRESH.declared())
        .containsAtLeast(
            ErrorCode.LIMIT_EXCEEDED,
            ErrorCode.ACTIVE_INSTANCE_REFRESH_NOT_FOUND,
            ErrorCode.IRREVERSIBLE_INSTANCE_REFRESH);
    assertThat(ApiOperation.DELETE_POLICY.declared())
        .containsExactly(ErrorCode.VALIDATION_ERROR, ErrorCode.RESOURCE_CONTENTION);
  }

  @Test
  @Rule("autoscaling 30.1")
  void operation_neverAnswersWhatItDoesNotDeclare() {
    List<Refusal> cooldown = List.of(GroupRefusals.cooldown());

    assertThat(ApiOperation.EXECUTE_POLICY.refuse(cooldown).code())
        .isEqualTo(ErrorCode.SCALING_ACTIVITY_IN_PROGRESS);
    assertThrows(
        IllegalArgumentException.class, () -> ApiOperation.ATTACH_INSTANCES.refuse(cooldown));
  }

  @Test
  @Rule("autoscaling 30.1")
  void codes_haveTheirNamesAndStatuses() {
    assertThat(ErrorCode.VALIDATION_ERROR.awsName()).isEqualTo("ValidationError");
    assertThat(ErrorCode.RESOURCE_CONTENTION.httpStatus()).isEqualTo(500);
    assertThat(ErrorCode.SERVICE_LINKED_ROLE_FAILURE.httpStatus()).isEqualTo(500);
    assertThat(ErrorCode.ALREADY_EXISTS.httpStatus()).isEqualTo(400);
  }

  @Test
  @Rule("autoscaling 30.2")
  void messages_areThoseOfTheService() {
    assertThat(GroupRefusals.sizes(3, 2, 3).get(0).text())
        .isEqualTo("ValidationError: Max bound, 2, must be greater than or equal to min bound, 3");
    assertThat(GroupRefusals.setDesired(2, 0, 1).orElseThrow().message())
        .isEqualTo("New SetDesiredCapacity value 2 is above max value 1 for the AutoScalingGroup.");
    assertThat(GroupRefusals.setDesired(1, 2, 5).orElseThrow().message())
        .isEqualTo("New SetDesiredCapacity value 1 is below min value 2 for the AutoScalingGroup.");
    assertThat(InstanceRefusals.terminationAtMinimum(2).message())
        .startsWith("Currently, desiredSize equals minSize (2). Terminating instance without");
    assertThat(LaunchRefusals.configurationInUse("X", "Y").text())
        .isEqualTo(
            "ResourceInUse: Cannot delete launch configuration X because it is attached to"
                + " AutoScalingGroup Y");
    assertThat(PolicyRefusals.noStep(12, 50).message())
        .isEqualTo("No step adjustment found for metric value [12.0] and breach threshold 50.0");
  }

  @Test
  @Rule("autoscaling 30.2")
  void names_haveNoColonAndAtMost255Characters() {
    assertThat(GroupRefusals.name("web-1")).isEmpty();
    assertThat(GroupRefusals.name("web:1")).isPresent();
    assertThat(GroupRefusals.name("")).isPresent();
    assertThat(GroupRefusals.name("w".repeat(256))).isPresent();
  }

  @Test
  @Rule("autoscaling 30.2")
  void numbers_haveTheirRanges() {
    assertThat(GroupRefusals.warmup(3_600)).isEmpty();
    assertThat(GroupRefusals.warmup(3_601)).isPresent();
    assertThat(GroupRefusals.maximumLifetime(0)).isEmpty();
    assertThat(GroupRefusals.maximumLifetime(86_399)).isPresent();
    assertThat(InstanceRefusals.heartbeat(29)).isPresent();
    assertThat(InstanceRefusals.heartbeat(7_200)).isEmpty();
    assertThat(PolicyRefusals.schedulingBuffer(3_600)).isPresent();
    assertThat(PolicyRefusals.buffer(101)).isPresent();
  }

  @Test
  @Rule("autoscaling 30.2")
  void terminationPolicies_haveAnOrder() {
    assertThat(GroupRefusals.terminationPolicies(List.of("OldestInstance", "Default"))).isEmpty();
    assertThat(GroupRefusals.terminationPolicies(List.of("Default", "OldestInstance"))).hasSize(1);
    assertThat(
            GroupRefusals.terminationPolicies(
                List.of("OldestInstance", "arn:aws:lambda:us-east-1:1:function:f")))
        .hasSize(1);
  }

  @Test
  @Rule("autoscaling 31")
  void quotas_refuseOneTooMany() {
    assertThat(Quota.POLICIES.check("PolicyName", 50)).isEmpty();
    assertThat(Quota.POLICIES.check("PolicyName", 51).orElseThrow().text())
        .isEqualTo("LimitExceeded: at most 50 scaling policies per group, found 51");
    assertThat(Quota.SCHEDULED_ACTIONS.most()).isEqualTo(125);
    assertThat(Quota.LIFECYCLE_HOOKS.most()).isEqualTo(50);
    assertThat(Quota.INSTANCES_PER_CALL.most()).isEqualTo(20);
    assertThat(Quota.GROUPS.most()).isEqualTo(500);
  }

  @Test
  void exception_listsEveryReason() {
    AutoScalingException refused =
        new AutoScalingException(
            "group web",
            List.of(GroupRefusals.noZone(), GroupRefusals.warmup(5_000).orElseThrow()));

    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "group web: ValidationError: At least one Availability Zone or VPC Subnet is required.;"
                + " ValidationError: must be 0 to 3600 seconds, found 5000");
    assertThrows(
        IllegalArgumentException.class, () -> new AutoScalingException("group", List.of()));
  }
}
