package io.headroom.autoscaling.lifecycle;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.testing.Rule;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleStateTest {
  @Test
  @Rule("autoscaling T10")
  void termination_neverLeadsBack() {
    for (LifecycleState state : LifecycleState.values()) {
      if (state.kind() == Kind.TERMINATING || state.kind() == Kind.COOLING) {
        assertWithMessage(state.awsName())
            .that(reachable(state).stream().map(LifecycleState::kind).toList())
            .containsNoneOf(Kind.PENDING, Kind.IN_SERVICE, Kind.STANDBY, Kind.WARMED);
      }
    }
  }

  private static Set<LifecycleState> reachable(LifecycleState from) {
    Set<LifecycleState> reached = new LinkedHashSet<>(Set.of(from));
    int before = 0;
    while (before < reached.size()) {
      before = reached.size();
      for (LifecycleState next : LifecycleState.values()) {
        if (reached.stream().anyMatch(each -> each.canBecome(next))) {
          reached.add(next);
        }
      }
    }
    return reached;
  }

  @Test
  @Rule("autoscaling 3.1")
  void everyState_isReachedFromALaunchOrAWarmLaunch() {
    Set<LifecycleState> reached = reachable(LifecycleState.PENDING);
    reached.addAll(reachable(LifecycleState.WARMED_PENDING));

    assertThat(reached).containsExactlyElementsIn(LifecycleState.values());
  }

  @Test
  @Rule("autoscaling T10")
  void goneStates_leadNowhere() {
    assertThat(
            Arrays.stream(LifecycleState.values())
                .filter(state -> state.kind() == Kind.GONE)
                .mapToInt(state -> reachable(state).size())
                .toArray())
        .isEqualTo(new int[] {1, 1, 1});
  }

  @Test
  void names_areThoseOfAws() {
    assertThat(LifecycleState.named("Warmed:Pending:Proceed"))
        .hasValue(LifecycleState.WARMED_PENDING_PROCEED);
    assertThat(LifecycleState.named("Quarantined")).isEmpty();
    assertThat(ScalingProcess.named("AZRebalance")).hasValue(ScalingProcess.AZ_REBALANCE);
    assertThat(ScalingProcess.named("AddToLoadbalancer")).isEmpty();
  }
}
