package io.headroom.conformance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.CapacitySummary;
import io.headroom.GroupResult;
import io.headroom.ReactionBudget;
import io.headroom.RequestCounts;
import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.TimeSeries;
import io.headroom.autoscaling.ActivityStatus;
import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.ec2.Bill.Kind;
import java.time.Duration;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Laws that hold on every run, on random small scenarios. */
class LawsTest {
  @Provide
  Arbitrary<Scenario> scenarios() {
    return RandomScenarios.any();
  }

  @Property(tries = 60)
  void requests_areConserved(@ForAll("scenarios") Scenario scenario) {
    SimulationResult result = Simulation.run(scenario);
    assertBalanced(result.requests());
    for (GroupResult group : result.groups()) {
      assertBalanced(group.requests());
    }
    assertThat(result.requests().arrived()).isGreaterThan(0);
    sometimes("lost", result.requests().rejected() + result.requests().failed() > 0);
  }

  /** The scenarios would prove little if the interesting case never came. */
  private static void sometimes(String label, boolean happened) {
    Statistics.label(label).collect(happened);
    Statistics.label(label).coverage(c -> c.check(true).count(times -> times >= 3));
  }

  private static void assertBalanced(RequestCounts counts) {
    long accounted = counts.completed() + counts.rejected() + counts.failed() + counts.inFlight();
    assertWithMessage("%s", counts).that(accounted).isEqualTo(counts.arrived());
  }

  @Property(tries = 40)
  void desiredCapacity_staysWithinItsLimits(@ForAll("scenarios") Scenario scenario) {
    SimulationResult result = Simulation.run(scenario);
    int minimum = scenario.groups().get(0).minimum();
    int maximum = scenario.groups().get(0).maximum();
    for (LedgerEntry entry : result.ledger()) {
      assertThat(entry.desiredAfter()).isAtLeast(minimum);
      assertThat(entry.desiredAfter()).isAtMost(maximum);
    }
    String name = scenario.groups().get(0).name() + ".desired";
    for (double value : result.series(name).orElseThrow().values()) {
      assertThat(value).isAtLeast((double) minimum);
      assertThat(value).isAtMost((double) maximum);
    }
    sometimes("scaled", result.capacity().scaleOuts() + result.capacity().scaleIns() > 0);
  }

  @Property(tries = 40)
  void reactions_lieWithinTheRun_andHaveNoNegativeParts(@ForAll("scenarios") Scenario scenario) {
    SimulationResult result = Simulation.run(scenario);
    for (ReactionBudget reaction : result.reactions()) {
      assertThat(reaction.riseNanos()).isAtLeast(0);
      Duration end = Duration.ofNanos(reaction.riseNanos()).plus(reaction.total());
      assertThat(end).isAtMost(scenario.duration());
      for (ReactionBudget.Part part : reaction.parts()) {
        assertThat(part.length()).isAtLeast(Duration.ZERO);
      }
    }
    sometimes("reacted", !result.reactions().isEmpty());
  }

  @Property(tries = 40)
  void bill_isTheSumOfItsLines_andBillsTheIntegralOfCapacity(
      @ForAll("scenarios") Scenario scenario) {
    SimulationResult result = Simulation.run(scenario);
    assertThat(result.cost().total()).isEqualTo(result.bill().total());
    double billedSeconds =
        result.bill().lines().stream()
            .filter(line -> line.kind() == Kind.COMPUTE)
            .mapToDouble(line -> Double.parseDouble(line.quantity().replace(" s", "")))
            .sum();
    CapacitySummary capacity = result.capacity();
    double exactSeconds = capacity.instanceHours() * 3_600;
    int instances = capacity.launches() + scenario.groups().get(0).desired();
    assertThat(billedSeconds).isAtLeast(exactSeconds - 1e-3);
    assertThat(billedSeconds).isAtMost(exactSeconds + 61.0 * instances);
  }

  @Property(tries = 40)
  void activities_endOnce_andNeverBeforeTheyBegin(@ForAll("scenarios") Scenario scenario) {
    SimulationResult result = Simulation.run(scenario);
    for (ScalingActivity activity : result.activities()) {
      activity.endNanos().ifPresent(end -> assertThat(end).isAtLeast(activity.startNanos()));
      boolean over =
          activity.status() == ActivityStatus.SUCCESSFUL
              || activity.status() == ActivityStatus.FAILED
              || activity.status() == ActivityStatus.CANCELLED;
      assertThat(activity.endNanos().isPresent()).isEqualTo(over);
    }
  }

  @Property(tries = 30)
  void series_haveAValueForEachMinute(@ForAll("scenarios") Scenario scenario) {
    SimulationResult result = Simulation.run(scenario);
    long minutes = (scenario.duration().toSeconds() + 59) / 60;
    for (TimeSeries series : result.series()) {
      assertWithMessage(series.name()).that(series.size()).isEqualTo((int) minutes);
    }
    double arrived = 0;
    TimeSeries load = result.series("requestsPerSecond").orElseThrow();
    for (int i = 0; i < load.size(); i++) {
      arrived += load.value(i) * Math.min(60, scenario.duration().toSeconds() - 60L * i);
    }
    assertThat(arrived).isWithin(1e-6 * arrived + 1e-6).of((double) result.requests().arrived());
  }

  @Property(tries = 30)
  void meanCapacity_liesBetweenTheExtremes(@ForAll("scenarios") Scenario scenario) {
    CapacitySummary capacity = Simulation.run(scenario).capacity();
    assertThat(capacity.mean()).isAtLeast(capacity.min() - 1e-9);
    assertThat(capacity.mean()).isAtMost(capacity.max() + 1e-9);
  }
}
