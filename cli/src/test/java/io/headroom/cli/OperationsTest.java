package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks and operations of users, from the scenario file to what the command prints. */
final class OperationsTest {
  private static final String HOOK =
      """
        Hook:
          Type: AWS::AutoScaling::LifecycleHook
          Properties:
            AutoScalingGroupName: !Ref Group
            LifecycleTransition: autoscaling:EC2_INSTANCE_LAUNCHING
      """;

  @TempDir Path temporary = Path.of("");
  private InputFolder folder;

  @BeforeEach
  void writeInput() {
    folder = new InputFolder(temporary);
    folder.write("web.yaml", InputFolder.TEMPLATE + HOOK);
  }

  private void scenario(String more) {
    folder.write("scenario.yaml", InputFolder.SCENARIO + more);
  }

  @Test
  void wrongOperations_areOneLineEach() {
    scenario(
        """
        operations:
          - { at: 5m }
          - { at: 5m, setDesired: 4, attach: 1 }
          - { at: 5m, terminate: youngest }
          - { at: 5m, suspend: Lunch }
          - { at: 5m, group: Other, setDesired: 4 }
          - { at: -1m, setDesired: 4 }
          - { at: 5m, completeHook: Hook }
        hooks:
          Group:
            Hok: { after: 30s }
            Hook: { on: boot }
        """);
    String keys =
        "setDesired, update, attach, detach, enterStandby, exitStandby, terminate, terminateInEc2,"
            + " protect, unprotect, suspend, resume, setUnhealthy, setHealthy, completeHook,"
            + " heartbeat, startZonalShift, cancelZonalShift, delete, startInstanceRefresh,"
            + " cancelInstanceRefresh, rollbackInstanceRefresh";

    assertThat(folder.refusal())
        .containsAtLeast(
            "scenario.yaml:15: operations[0]: holds no operation; allowed: exactly one of " + keys,
            "scenario.yaml:16: operations[1]: holds setDesired and attach; allowed: exactly one of "
                + keys,
            "scenario.yaml:17: operations[2].terminate: found 'youngest'; allowed: 'oldest' or"
                + " 'newest', perhaps with a number and 'in ZONE', such as 'oldest 2 in"
                + " us-east-1a', or the numbers of launches such as 'launches 1, 4'",
            "scenario.yaml:18: operations[3].suspend: found 'Lunch'; allowed: 'all', or names of"
                + " processes with commas, such as 'Launch, Terminate'",
            "scenario.yaml:19: operations[4].group: found 'Other'; allowed: Group",
            "scenario.yaml:21: operations[6].instances: is missing; allowed: 'oldest' or"
                + " 'newest', perhaps with a number and 'in ZONE', such as 'oldest 2 in"
                + " us-east-1a', or the numbers of launches such as 'launches 1, 4'",
            "scenario.yaml:24: hooks.Group.Hok: no such hook; allowed: Hook");
    assertThat(String.join("\n", folder.refusal())).contains("operations[5].at");
    assertThat(String.join("\n", folder.refusal())).contains("hooks.Group.Hook.on");
  }

  @Test
  @Rule("autoscaling MA3")
  void refusedOperation_isAWarningWithItsCode() {
    scenario(
        """
        operations:
          - { at: 5m, terminate: oldest, decrement: true }
          - { at: 6m, setDesired: 9 }
        """);
    CommandRun run = CommandRun.of("run", folder.path("scenario.yaml").toString());

    assertThat(run.code()).isEqualTo(0);
    String out = run.out().replaceAll("\\s+", " ");
    assertThat(out)
        .contains("ValidationError: Currently, desiredSize equals minSize (2). Terminating");
    assertThat(out)
        .contains(
            "ValidationError: New SetDesiredCapacity value 9 is above max value 6 for the"
                + " AutoScalingGroup.");
  }

  @Test
  @Rule("autoscaling HK3")
  void explain_tellsOfTheHookThatHoldsALaunch() {
    scenario(
        """
        operations:
          - { at: 5m, setDesired: 3 }
        hooks:
          Group: { Hook: { after: 90s } }
        """);
    CommandRun run = CommandRun.of("explain", folder.path("scenario.yaml").toString());
    String out = run.out().replaceAll("\\s+", " ");

    assertThat(run.code()).isEqualTo(0);
    assertThat(out).contains("sets the desired capacity to 3");
    assertThat(out).contains("hook Hook");
    assertThat(out).contains("in Pending:Wait");
  }
}
