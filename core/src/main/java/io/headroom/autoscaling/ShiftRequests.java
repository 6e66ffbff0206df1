package io.headroom.autoscaling;

import io.headroom.autoscaling.FleetSettings.ImpairedZones;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.sim.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts and ends zonal shifts of one group (AZ17).
 *
 * <p>"Auto Scaling group zonal shift", Amazon EC2 Auto Scaling User Guide.
 */
record ShiftRequests(GroupRun run, GroupLedger ledger) {
  private static final String WRITER = "zonal shift";

  void start(GroupOperation.StartZonalShift request) {
    String zone = request.zone();
    List<Refusal> refusals = new ArrayList<>();
    if (run.spec().fleet().impairedZones() == ImpairedZones.NO_SHIFT) {
      refusals.add(refusal("zonal shift is not enabled for the Auto Scaling group"));
    }
    if (!run.spec().zones().contains(zone)) {
      refusals.add(refusal("the Auto Scaling group has no zone " + zone));
    }
    run.require(refusals);
    int number = run.shifts().begin(zone);
    run.changes().happened();
    run.after(
        request.length().toNanos(),
        Phase.WORLD,
        "end of the zonal shift away from " + zone,
        () -> expire(zone, number));
  }

  private void expire(String zone, int number) {
    if (run.shifts().expire(zone, number)) {
      ledger.append(WRITER, "away from " + zone, "expires");
      run.changes().happened();
    }
  }

  void cancel(GroupOperation.CancelZonalShift request) {
    boolean cancelled = run.shifts().cancel(request.zone());
    run.require(
        cancelled
            ? List.of()
            : List.of(refusal("there is no zonal shift away from " + request.zone())));
    run.changes().happened();
  }

  private static Refusal refusal(String why) {
    return Refusal.validation("AvailabilityZone", why);
  }
}
