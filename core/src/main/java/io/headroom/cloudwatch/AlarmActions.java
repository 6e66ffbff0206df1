package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an alarm does on entering its states, and whether it does anything.
 *
 * <p>An action is an ARN, or a key by which the run knows a scaling policy. "Alarm actions", Amazon
 * CloudWatch User Guide.
 *
 * @param enabled whether actions run; states change all the same
 * @param byState the actions by state, at most five each; unmodifiable
 */
public record AlarmActions(boolean enabled, Map<AlarmState, List<String>> byState) {
  /** No actions. */
  public static final AlarmActions NONE = new AlarmActions(true, Map.of());

  private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:([a-z0-9-]+):[^:]*:[^:]*:.+");
  private static final Pattern SCALING =
      Pattern.compile("arn:[a-z-]+:(autoscaling|application-autoscaling):.*");

  /** Copies the actions; a state without any is like one that is not mentioned. */
  public AlarmActions {
    byState =
        ImmutableMap.copyOf(
            Maps.transformValues(
                Maps.filterValues(byState, actions -> !actions.isEmpty()), ImmutableList::copyOf));
  }

  /** Returns the actions that run on entering a state. */
  public List<String> of(AlarmState state) {
    return byState.getOrDefault(state, List.of());
  }

  /** Returns the same with other actions for one state. */
  public AlarmActions with(AlarmState state, List<String> actions) {
    ImmutableMap.Builder<AlarmState, List<String>> changed = ImmutableMap.builder();
    changed.putAll(byState).put(state, actions);
    return new AlarmActions(enabled, changed.buildKeepingLast());
  }

  /**
   * Returns whether an action is a scaling policy, which runs again every minute while the state
   * lasts: an ARN of EC2 or Application Auto Scaling, or a key that is no ARN.
   */
  public static boolean isScaling(String action) {
    return !action.startsWith("arn:") || SCALING.matcher(action).matches();
  }

  /** Returns whether an action could be an ARN or a key. */
  static boolean isWellFormed(String action) {
    return action.startsWith("arn:") ? ARN.matcher(action).matches() : !action.isBlank();
  }
}
