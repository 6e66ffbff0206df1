package io.headroom.autoscaling;

import static io.headroom.testing.vectors.VectorCheck.entry;

import io.headroom.testing.Rule;
import io.headroom.testing.vectors.VectorCheck;
import io.headroom.testing.vectors.VectorKinds;
import java.util.Map;

/** The kinds of vectors about groups: choices, sizes, activities, pacing and health. */
@Rule("autoscaling AZ1")
@Rule("autoscaling AZ5")
@Rule("autoscaling 11.1")
@Rule("autoscaling 11.2")
@Rule("autoscaling TS1")
@Rule("autoscaling TP1")
@Rule("autoscaling TP2")
@Rule("autoscaling TP3")
@Rule("autoscaling TP5")
@Rule("autoscaling AZ18")
@Rule("autoscaling MP1")
@Rule("autoscaling MP2")
@Rule("autoscaling 21.3")
@Rule("autoscaling SC2")
@Rule("autoscaling SC3")
@Rule("autoscaling UP3")
@Rule("autoscaling UP4")
@Rule("autoscaling 6")
@Rule("autoscaling AC1")
@Rule("autoscaling WU1")
@Rule("autoscaling MT1")
@Rule("autoscaling CD3")
@Rule("autoscaling CD5")
@Rule("autoscaling CD7")
@Rule("autoscaling HR6")
@Rule("autoscaling HR7")
@Rule("autoscaling HC5")
@Rule("autoscaling HC6")
@Rule("autoscaling HC8")
@Rule("autoscaling HK4")
@Rule("autoscaling HK5")
@Rule("autoscaling HK6")
@Rule("autoscaling HK7")
@Rule("autoscaling HK9")
@Rule("autoscaling HK10")
@Rule("autoscaling HK13")
@Rule("autoscaling WP5")
@Rule("autoscaling C2")
@Rule("autoscaling C9")
@Rule("autoscaling 2.1")
@Rule("autoscaling C8")
@Rule("autoscaling C12")
@Rule("autoscaling MA1")
@Rule("autoscaling MA2")
@Rule("autoscaling MA8a")
@Rule("autoscaling MA10")
@Rule("autoscaling SC12")
@Rule("autoscaling SC14")
@Rule("autoscaling HC10")
@Rule("autoscaling TS4")
@Rule("autoscaling AL4")
@Rule("autoscaling CD9")
public final class AutoScalingKinds implements VectorKinds {
  @Override
  public String schema() {
    return "autoscaling-vectors/1";
  }

  @Override
  public Map<String, VectorCheck> checks() {
    return Map.ofEntries(
        entry("hook", HookVectors::hook),
        entry("hookOutcome", HookVectors::hookOutcome),
        entry("twoTerminateHooks", HookVectors::twoTerminateHooks),
        entry("hookFires", HookVectors::hookFires),
        entry("validateHook", HookVectors::validateHook),
        entry("canTransition", HookVectors::canTransition),
        entry("registrationOrder", HookVectors::registrationOrder),
        entry("scaleInOrder", HookVectors::scaleInOrder),
        entry("groupMetrics", HookVectors::groupMetrics),
        entry("standbySequence", OperationVectors::standbySequence),
        entry("warmPoolSize", PoolVectors::warmPoolSize),
        entry("warmPoolLaunchHookCount", PoolVectors::warmPoolLaunchHookCount),
        entry("warmPoolStates", PoolVectors::warmPoolStates),
        entry("warmPoolScaleOut", PoolVectors::warmPoolScaleOut),
        entry("suspended", ProcessVectors::suspended),
        entry("alarmWhileSuspended", ProcessVectors::alarmWhileSuspended),
        entry("alarmInvocations", ProcessVectors::alarmInvocations),
        entry("protectionHolds", ProcessVectors::protectionHolds),
        entry("setDesired", OperationVectors::setDesired),
        entry("blockedByCooldown", ProcessVectors::blockedByCooldown),
        entry("attach", OperationVectors::attach),
        entry("detach", OperationVectors::detach),
        entry("terminateInGroup", OperationVectors::terminateInGroup),
        entry("scheduleConflict", OperationVectors::scheduleConflict),
        entry("validateSchedule", OperationVectors::validateSchedule),
        entry("launchZones", ChoiceVectors::launchZones),
        entry("selectTermination", ChoiceVectors::selectTermination),
        entry("validateTerminationPolicies", ChoiceVectors::terminationPolicies),
        entry("resolvePolicies", ChoiceVectors::resolvePolicies),
        entry("multiTargetTracking", ChoiceVectors::multiTargetTracking),
        entry("mixedPolicyKinds", ChoiceVectors::mixedPolicyKinds),
        entry("scheduledAction", SizeVectors::scheduledAction),
        entry("updateGroup", SizeVectors::updateGroup),
        entry("createGroup", SizeVectors::createGroup),
        entry("groupDefaults", SizeVectors::groupDefaults),
        entry("causeText", ActivityVectors::causeText),
        entry("activityStatus", ActivityVectors::activityStatus),
        entry("activitiesForDecision", ActivityVectors::activitiesForDecision),
        entry("resolveWarmup", PacingVectors::resolveWarmup),
        entry("metricInclusion", PacingVectors::metricInclusion),
        entry("cooldown", PacingVectors::cooldown),
        entry("simplePolicy", PacingVectors::simplePolicy),
        entry("replacementBatch", HealthVectors::replacementBatch),
        entry("replacementMayStart", HealthVectors::replacementMayStart),
        entry("replacementOrderTrace", HealthVectors::replacementOrder),
        entry("markUnhealthy", HealthVectors::markUnhealthy));
  }
}
