package io.headroom.autoscaling;

import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.refresh.InstanceRefresh;
import io.headroom.autoscaling.refusal.RefreshRefusals;
import io.headroom.autoscaling.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The instance refreshes of one group: at most one at a time (IR2). */
final class Refreshes {
  private final GroupRun run;
  private final RefreshRun.Parts parts;
  private final List<RefreshRun> all = new ArrayList<>();

  Refreshes(GroupRun run, RefreshRun.Parts parts) {
    this.run = run;
    this.parts = parts;
    parts.members().onChange(member -> active().ifPresent(refresh -> refresh.moved(member)));
  }

  private Optional<RefreshRun> active() {
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(all.size() - 1)).filter(each -> each.log().status().isActive());
  }

  void start(RefreshOperation.Start request) {
    List<Refusal> refusals = new ArrayList<>();
    active().ifPresent(other -> refusals.add(RefreshRefusals.inProgress()));
    request.preferences().problems(run.spec().fleet().maintenance()).stream()
        .map(problem -> RefreshRefusals.preferences("Preferences", problem))
        .forEach(refusals::add);
    run.require(refusals);
    RefreshLog log =
        new RefreshLog(run, parts.reconciler().ledger(), "refresh-" + (all.size() + 1));
    RefreshRun refresh = new RefreshRun(run, parts, log, request);
    all.add(refresh);
    refresh.start();
  }

  /** Returns whether a refresh is under way that says what is launched (IR15). */
  boolean hasDesiredConfiguration() {
    return active().filter(RefreshRun::isReversible).isPresent();
  }

  void cancel() {
    required().cancel();
  }

  void rollBack() {
    RefreshRun refresh = required();
    run.require(
        refresh.isReversible()
            ? List.of()
            : List.of(RefreshRefusals.irreversible("it has no desired configuration")));
    refresh.rollBack("a user rolled it back");
  }

  private RefreshRun required() {
    Optional<RefreshRun> refresh = active();
    run.require(refresh.isPresent() ? List.of() : List.of(RefreshRefusals.none()));
    return refresh.orElseThrow();
  }

  List<InstanceRefresh> results() {
    return all.stream().map(each -> each.log().toResult()).toList();
  }
}
