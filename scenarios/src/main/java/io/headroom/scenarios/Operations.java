package io.headroom.scenarios;

import io.headroom.autoscaling.lifecycle.HookResult;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.Decrement;
import io.headroom.autoscaling.operations.GroupOperation.Deletion;
import io.headroom.autoscaling.operations.GroupOperation.Grace;
import io.headroom.autoscaling.operations.GroupOperation.Health;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.operations.RefreshOperation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what is done to a group; each operation goes by a key of its own. */
final class Operations {
  private static final Notation<Integer> COUNT =
      Notations.WHOLE
          .where(count -> count >= 0 && count <= 100_000, "a whole number from 0 to 100000")
          .map(Math::toIntExact);

  private static final Notation<Integer> POSITIVE =
      COUNT.where(count -> count >= 1, "a whole number from 1 to 100000");

  private static final Notation<Boolean> FLAG =
      Notations.word(Map.of("true", true, "false", false));

  private static final Notation<Set<ScalingProcess>> PROCESSES =
      new Notation<>(
          "'all', or names of processes with commas, such as 'Launch, Terminate'",
          Operations::processes);

  private static final Notation<HookResult> RESULT =
      Notations.word(Map.of("continue", HookResult.CONTINUE, "abandon", HookResult.ABANDON));

  private static final Notation<Deletion> DELETION =
      Notations.word(Map.of("force", Deletion.FORCE, "orderly", Deletion.ORDERLY));

  private static final Map<String, Function<Section, Optional<GroupOperation>>> BY_KEY = byKey();

  private Operations() {}

  /** Returns the one operation of an item. */
  static Optional<GroupOperation> read(Section item) {
    List<String> keys = BY_KEY.keySet().stream().filter(item::has).toList();
    if (keys.size() != 1) {
      String found = keys.isEmpty() ? "no operation" : String.join(" and ", keys);
      item.problem(
          "holds %s; allowed: exactly one of %s"
              .formatted(found, String.join(", ", BY_KEY.keySet())));
      BY_KEY.keySet().forEach(item::value);
      return Optional.empty();
    }
    return Objects.requireNonNull(BY_KEY.get(keys.get(0))).apply(item);
  }

  private static Map<String, Function<Section, Optional<GroupOperation>>> byKey() {
    Map<String, Function<Section, Optional<GroupOperation>>> keys = new LinkedHashMap<>();
    keys.put("setDesired", Operations::setDesired);
    keys.put("update", item -> item.section("update").map(UpdateSection::read));
    keys.put("attach", item -> item.read("attach", POSITIVE).map(GroupOperation.Attach::new));
    keys.put("detach", item -> choice(item, "detach", Operations::detach));
    keys.put("enterStandby", item -> choice(item, "enterStandby", Operations::enterStandby));
    keys.put(
        "exitStandby",
        item -> choice(item, "exitStandby", (c, i) -> new GroupOperation.ExitStandby(c)));
    keys.put("terminate", item -> choice(item, "terminate", Operations::terminate));
    keys.put(
        "terminateInEc2",
        item -> choice(item, "terminateInEc2", (c, i) -> new GroupOperation.TerminateInEc2(c)));
    keys.put(
        "protect", item -> choice(item, "protect", (c, i) -> new GroupOperation.Protect(c, true)));
    keys.put(
        "unprotect",
        item -> choice(item, "unprotect", (c, i) -> new GroupOperation.Protect(c, false)));
    keys.put("suspend", item -> item.read("suspend", PROCESSES).map(GroupOperation.Suspend::new));
    keys.put("resume", item -> item.read("resume", PROCESSES).map(GroupOperation.Resume::new));
    keys.put("setUnhealthy", item -> choice(item, "setUnhealthy", Operations::setUnhealthy));
    keys.put("setHealthy", item -> choice(item, "setHealthy", Operations::setHealthy));
    keys.put("completeHook", Operations::completeHook);
    keys.put("heartbeat", Operations::heartbeat);
    keys.put("startZonalShift", Operations::startZonalShift);
    keys.put(
        "cancelZonalShift",
        item -> item.text("cancelZonalShift").map(GroupOperation.CancelZonalShift::new));
    keys.put("delete", item -> item.read("delete", DELETION).map(GroupOperation.Delete::new));
    keys.put(
        "startInstanceRefresh",
        item -> item.section("startInstanceRefresh").map(RefreshSection::start));
    keys.put("cancelInstanceRefresh", item -> refresh(item, "cancelInstanceRefresh"));
    keys.put("rollbackInstanceRefresh", item -> refresh(item, "rollbackInstanceRefresh"));
    return keys;
  }

  /** Either is written with {@code true}: there is at most one refresh that it can be about. */
  private static Optional<GroupOperation> refresh(Section item, String key) {
    GroupOperation operation =
        key.startsWith("cancel") ? new RefreshOperation.Cancel() : new RefreshOperation.Rollback();
    return item.read(key, Notations.word(List.of("true"))).map(yes -> operation);
  }

  /** Makes an operation about chosen instances. */
  private interface OfInstances {
    GroupOperation of(InstanceChoice choice, Section item);
  }

  private static Optional<GroupOperation> choice(Section item, String key, OfInstances made) {
    return item.read(key, InstanceChoices.NOTATION).map(choice -> made.of(choice, item));
  }

  private static boolean isOn(Section item, String key, boolean fallback) {
    return item.read(key, FLAG).orElse(fallback);
  }

  private static Optional<GroupOperation> setDesired(Section item) {
    Cooldown cooldown = isOn(item, "honorCooldown", false) ? Cooldown.HONOR : Cooldown.IGNORE;
    return item.read("setDesired", COUNT)
        .map(capacity -> new GroupOperation.SetDesired(capacity, cooldown));
  }

  private static Decrement decrement(Section item) {
    return isOn(item, "decrement", false) ? Decrement.DESIRED : Decrement.NONE;
  }

  private static GroupOperation detach(InstanceChoice choice, Section item) {
    return new GroupOperation.Detach(choice, decrement(item));
  }

  private static GroupOperation enterStandby(InstanceChoice choice, Section item) {
    return new GroupOperation.EnterStandby(choice, decrement(item));
  }

  private static GroupOperation terminate(InstanceChoice choice, Section item) {
    return new GroupOperation.Terminate(choice, decrement(item));
  }

  private static GroupOperation setUnhealthy(InstanceChoice choice, Section item) {
    Grace grace = isOn(item, "respectGracePeriod", true) ? Grace.RESPECT : Grace.IGNORE;
    return new GroupOperation.SetHealth(choice, Health.UNHEALTHY, grace);
  }

  private static GroupOperation setHealthy(InstanceChoice choice, Section ignored) {
    return new GroupOperation.SetHealth(choice, Health.HEALTHY, Grace.RESPECT);
  }

  private static Optional<GroupOperation> completeHook(Section item) {
    HookResult result = item.read("result", RESULT).orElse(HookResult.CONTINUE);
    Optional<InstanceChoice> choice = item.require("instances", InstanceChoices.NOTATION);
    Optional<String> hook = item.text("completeHook");
    return hook.flatMap(
        name -> choice.map(c -> new GroupOperation.CompleteAction(name, c, result)));
  }

  private static Optional<GroupOperation> heartbeat(Section item) {
    Optional<InstanceChoice> choice = item.require("instances", InstanceChoices.NOTATION);
    return item.text("heartbeat")
        .flatMap(name -> choice.map(c -> new GroupOperation.Heartbeat(name, c)));
  }

  private static Optional<GroupOperation> startZonalShift(Section item) {
    Optional<Duration> length = item.require("for", Notations.POSITIVE_DURATION);
    return item.text("startZonalShift")
        .flatMap(zone -> length.map(each -> new GroupOperation.StartZonalShift(zone, each)));
  }

  private static Optional<Set<ScalingProcess>> processes(String text) {
    if (text.equals("all")) {
      return Optional.of(EnumSet.allOf(ScalingProcess.class));
    }
    Set<ScalingProcess> processes = EnumSet.noneOf(ScalingProcess.class);
    for (String name : text.split("\\s*,\\s*", -1)) {
      Optional<ScalingProcess> process = ScalingProcess.named(name);
      if (process.isEmpty()) {
        return Optional.empty();
      }
      processes.add(process.get());
    }
    return Optional.of(processes);
  }
}
