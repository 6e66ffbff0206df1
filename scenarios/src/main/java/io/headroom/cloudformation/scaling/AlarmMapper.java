package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudwatch.AlarmProblem;
import io.headroom.cloudwatch.AlarmRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code AWS::CloudWatch::Alarm}. Scaling policies and ARNs are kept as actions; nothing in a
 * run listens to the topics and functions among them.
 */
final class AlarmMapper implements ResourceMapper<Alarms> {

  private static final List<String> ACTIONS =
      List.of("AlarmActions", "OKActions", "InsufficientDataActions");

  private static final List<String> VALUES =
      List.of(
          "Namespace",
          "MetricName",
          "Statistic",
          "ExtendedStatistic",
          "Period",
          "Unit",
          "EvaluationPeriods",
          "DatapointsToAlarm",
          "ComparisonOperator",
          "Threshold",
          "ThresholdMetricId",
          "TreatMissingData",
          "EvaluateLowSampleCountPercentile",
          "ActionsEnabled");

  private static final Pattern IN_EXPRESSION = Pattern.compile("Error in expression '([^']*)'");

  @Override
  public String type() {
    return "AWS::CloudWatch::Alarm";
  }

  @Override
  public void read(Properties alarm, Alarms alarms) {
    alarm.ignore("AlarmName", "EvaluationInterval", "Tags");
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("AlarmName", alarm.ref());
    alarm.ifKnown("AlarmDescription").ifPresent(text -> request.put("AlarmDescription", text));
    for (String key : ACTIONS) {
      request.put(key, actions(alarm, key, alarms));
    }
    boolean scales = ACTIONS.stream().anyMatch(key -> asksPolicy(request.get(key), alarms));
    if (isModelled(alarm, scales) && readValues(alarm, request, scales)) {
      if (alarm.has("Metrics")) {
        alarm.raw("Metrics").ifPresent(node -> request.put("Metrics", PlainValues.of(node)));
      } else {
        request.put("Dimensions", dimensions(alarm));
      }
      submit(alarm, request, alarms);
    } else {
      alarm.ignoreRest();
    }
  }

  private static boolean asksPolicy(@Nullable Object actions, Alarms alarms) {
    return actions instanceof List<?> list
        && list.stream().anyMatch(action -> alarms.isPolicy(action.toString()));
  }

  private static List<String> actions(Properties alarm, String key, Alarms alarms) {
    List<String> actions = new ArrayList<>();
    for (ScalarNode action : alarm.items(key)) {
      if (alarms.isPolicy(action.text())) {
        actions.add(action.text());
      } else if (action.text().contains(":scalingPolicy:")) {
        alarm.warning(key, "the policy %s is not in the template".formatted(action.text()));
      } else if (action.text().contains(":automate:")) {
        alarm.unsupported(key, "actions on instances are not simulated");
      } else if (action.text().startsWith("arn:")) {
        actions.add(action.text());
      }
    }
    return actions;
  }

  private static boolean isModelled(Properties alarm, boolean scales) {
    if (alarm.has("Metrics") && alarm.has("MetricName")) {
      alarm.error("Metrics", "an alarm has either MetricName or Metrics");
      return false;
    }
    if (alarm.has("EvaluationCriteria")) {
      leaveOut(alarm, "EvaluationCriteria", "queries are not simulated", scales);
      return false;
    }
    if (alarm.raw("Metrics").filter(node -> node.origin().isUnknown()).isPresent()) {
      leaveOut(alarm, "Metrics", "some values are not known", scales);
      return false;
    }
    return true;
  }

  private static void leaveOut(Properties alarm, String key, String reason, boolean scales) {
    alarm.unsupported(key, reason + "; the alarm is left out");
    if (scales) {
      alarm.warning(key, reason + ", so the alarm never asks its policy");
    }
  }

  /** Returns whether all values are known; only of an alarm that scales they must be. */
  private static boolean readValues(Properties alarm, Map<String, Object> request, boolean scales) {
    boolean complete = true;
    for (String key : VALUES) {
      if (!alarm.has(key)) {
        continue;
      }
      Optional<String> value = scales ? alarm.known(key) : alarm.ifKnown(key);
      value.ifPresent(text -> request.put(key, canonical(key, text)));
      complete &= value.isPresent();
    }
    if (alarm.has("EvaluationWindow")) {
      request.put("EvaluationWindow", window(alarm.map("EvaluationWindow")));
    }
    if (alarm.has("WarmUpConfiguration")) {
      request.put("WarmUpConfiguration", warmUp(alarm.map("WarmUpConfiguration")));
    }
    return complete;
  }

  /** A window follows a wall clock, or slides. */
  private static Map<String, Object> window(Properties window) {
    if (!window.has("WallClockWindow")) {
      window.ignore("SlidingWindow");
      return Map.of();
    }
    Map<String, Object> clock = new LinkedHashMap<>();
    window.map("WallClockWindow").known("Timezone").ifPresent(zone -> clock.put("Timezone", zone));
    return Map.of("WallClockWindow", clock);
  }

  private static Map<String, Object> warmUp(Properties warmUp) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (String key :
        List.of("WarmUpPeriodDurationInMinutes", "OnlyStartEvaluatingAfterWarmUpPeriodEnds")) {
      warmUp.ifKnown(key).ifPresent(value -> map.put(key, value.toLowerCase(Locale.ROOT)));
    }
    return map;
  }

  private static String canonical(String key, String text) {
    return key.equals("ActionsEnabled") ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static List<Map<String, String>> dimensions(Properties alarm) {
    List<Map<String, String>> dimensions = new ArrayList<>();
    for (Properties each : alarm.maps("Dimensions")) {
      Map<String, String> pair = new LinkedHashMap<>();
      each.text("Name").ifPresent(name -> pair.put("Name", name));
      each.text("Value").ifPresent(value -> pair.put("Value", value));
      dimensions.add(pair);
    }
    return dimensions;
  }

  private static void submit(Properties alarm, Map<String, Object> request, Alarms alarms) {
    List<AlarmProblem> problems = AlarmRequest.of(withAllActions(alarm, request)).problems();
    for (AlarmProblem problem : problems) {
      report(alarm, problem);
    }
    if (problems.isEmpty()) {
      alarms.add(new AlarmDraft(alarm, AlarmRequest.of(request).spec()));
    }
  }

  /** The service also checks the actions that nothing in a run listens to. */
  private static Map<String, Object> withAllActions(Properties alarm, Map<String, Object> request) {
    Map<String, Object> whole = new LinkedHashMap<>(request);
    for (String key : ACTIONS) {
      whole.put(key, alarm.items(key).stream().map(AlarmMapper::action).toList());
    }
    return whole;
  }

  /** An action whose text is not known could be any, so it only counts. */
  private static String action(ScalarNode action) {
    return action.origin().isUnknown()
        ? "arn:aws:sns:us-east-1:000000000000:unknown"
        : action.text();
  }

  /** A mistake in an expression is reported at the expression. */
  private static void report(Properties alarm, AlarmProblem problem) {
    Matcher matcher = IN_EXPRESSION.matcher(problem.message());
    if (problem.property().equals("Metrics") && matcher.lookingAt()) {
      for (Properties each : alarm.maps("Metrics")) {
        if (each.text("Id").filter(matcher.group(1)::equals).isPresent()) {
          each.error("Expression", problem.message());
          return;
        }
      }
    }
    alarm.error(problem.property(), problem.message());
  }
}
