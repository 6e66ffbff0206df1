package io.headroom;

import io.headroom.autoscaling.operations.OperationOutcome;
import io.headroom.cloudwatch.Alarm;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.ec2.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a user should know about a run that its figures alone do not say. */
final class Warnings {
  private static final double MANY_REFUSED = 0.01;

  private final Scenario scenario;
  private final Outcomes.Parts parts;
  private final List<String> list = new ArrayList<>();

  Warnings(Scenario scenario, Outcomes.Parts parts) {
    this.scenario = scenario;
    this.parts = parts;
  }

  List<String> list() {
    overload();
    silentAlarms();
    prices();
    refusals();
    return list;
  }

  /** Accept queues and timeouts bound an overload; the run says that they had to. */
  private void overload() {
    RequestCounts requests = parts.statistics().counts();
    if (requests.errorShare() > MANY_REFUSED) {
      list.add(
          String.format(
              Locale.ROOT,
              "%.1f %% of the requests were rejected or failed: for some time the load was more"
                  + " than the instances could serve, and full accept queues and timeouts held it"
                  + " back",
              100 * requests.errorShare()));
    }
  }

  private void silentAlarms() {
    for (Alarm alarm : parts.watching().alarms().alarms()) {
      if (alarm.state() == AlarmState.INSUFFICIENT_DATA && alarm.transitions().isEmpty()) {
        list.add(
            "alarm "
                + alarm.spec().name()
                + " never had data: nothing in the model publishes "
                + alarm.spec().input());
      }
    }
  }

  private void refusals() {
    for (OperationOutcome outcome : parts.autoScaling().operations()) {
      if (!outcome.accepted()) {
        list.add(
            "at %s a user %s, which %s refuses: %s"
                .formatted(
                    scenario.start().plusNanos(outcome.timeNanos()),
                    outcome.operation(),
                    outcome.group(),
                    String.join("; ", outcome.refusals())));
      }
    }
  }

  private void prices() {
    Set<InstanceType> unpriced = new LinkedHashSet<>();
    scenario.groups().stream()
        .map(group -> group.launchConfiguration().type())
        .filter(type -> type.usdPerHour().isEmpty())
        .forEach(unpriced::add);
    for (InstanceType type : unpriced) {
      list.add("instance type " + type + " has no price, so the bill leaves its hours out");
    }
  }
}
