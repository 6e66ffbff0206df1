package io.headroom.autoscaling;

import static io.headroom.testing.vectors.VectorCheck.entry;

import io.headroom.testing.Rule;
import io.headroom.testing.vectors.VectorCheck;
import io.headroom.testing.vectors.VectorKinds;
import java.util.Map;

/** The kinds of vectors about mixed groups, weights, Spot, and replacements of all kinds. */
@Rule("autoscaling MX1")
@Rule("autoscaling MX2")
@Rule("autoscaling MX3")
@Rule("autoscaling MX4")
@Rule("autoscaling MX5")
@Rule("autoscaling MX6")
@Rule("autoscaling MX10")
@Rule("autoscaling MX11")
@Rule("autoscaling MX12")
@Rule("autoscaling MX13")
@Rule("autoscaling MX16")
@Rule("autoscaling 11.3.1")
@Rule("autoscaling 11.3.4")
@Rule("autoscaling IM1")
@Rule("autoscaling IM3")
@Rule("autoscaling IM5")
@Rule("autoscaling CR4")
@Rule("autoscaling AZ10")
@Rule("autoscaling AZ12")
@Rule("autoscaling AZ13")
@Rule("autoscaling ML1")
@Rule("autoscaling ML2")
@Rule("autoscaling IR1")
@Rule("autoscaling IR4")
@Rule("autoscaling IR7")
@Rule("autoscaling IR9")
@Rule("autoscaling WU8")
@Rule("autoscaling 11.4")
@Rule("autoscaling AZ15")
@Rule("autoscaling CR1")
@Rule("autoscaling CR2")
@Rule("autoscaling CR3")
@Rule("autoscaling IR2")
@Rule("autoscaling IR8")
@Rule("autoscaling IR11")
public final class FleetKinds implements VectorKinds {
  @Override
  public String schema() {
    return "autoscaling-vectors/1";
  }

  @Override
  public Map<String, VectorCheck> checks() {
    return Map.ofEntries(
        entry("mixedSplit", FleetVectors::mixedSplit),
        entry("mixedDefaults", FleetVectors::mixedDefaults),
        entry("onDemandOrder", FleetVectors::onDemandOrder),
        entry("spotPools", FleetVectors::spotPools),
        entry("pricePerUnit", FleetVectors::pricePerUnit),
        entry("weightedLaunch", FleetVectors::weightedLaunch),
        entry("weightedScaleOut", FleetVectors::weightedScaleOut),
        entry("weightedScaleIn", FleetVectors::weightedScaleIn),
        entry("weightedHardLimit", FleetVectors::weightedHardLimit),
        entry("validateWeights", FleetVectors::validateWeights),
        entry("lowestPriceType", FleetVectors::lowestPriceType),
        entry("capacityRebalanceMargin", ReplacementVectors::capacityRebalanceMargin),
        entry("refreshBatch", ReplacementVectors::refreshBatch),
        entry("checkpointReports", ReplacementVectors::checkpointReports),
        entry("checkpointCounts", ReplacementVectors::checkpointCounts),
        entry("refreshDefaults", ReplacementVectors::refreshDefaults),
        entry("validateRefresh", ReplacementVectors::validateRefresh),
        entry("resolveRefreshWarmup", ReplacementVectors::resolveRefreshWarmup),
        entry("maintenanceBounds", ReplacementVectors::maintenanceBounds),
        entry("validateMaintenance", ReplacementVectors::validateMaintenance),
        entry("replacementOrder", ReplacementVectors::replacementOrder),
        entry("lifetimeBatchLimit", ReplacementVectors::lifetimeBatchLimit),
        entry("validateMaxLifetime", ReplacementVectors::validateMaxLifetime),
        entry("rebalanceMargin", ReplacementVectors::rebalanceMargin),
        entry("needsRebalance", ReplacementVectors::needsRebalance),
        entry("zoneOutage", LiveVectors::zoneOutage),
        entry("capacityToTerminate", LiveVectors::capacityToTerminate),
        entry("capacityRebalance", LiveVectors::capacityRebalance),
        entry("refreshTimeline", LiveVectors::refreshTimeline),
        entry("startRefresh", LiveVectors::startRefresh),
        entry("cancelRefresh", LiveVectors::cancelRefresh),
        entry("refreshBlocked", LiveVectors::refreshBlocked));
  }
}
