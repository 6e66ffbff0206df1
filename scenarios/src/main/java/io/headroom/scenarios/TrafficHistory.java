package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.policies.aws.predictive.MetricPair;
import io.headroom.sim.SimTime;
import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the history of a load from the traffic of the time before: {@code history: {hours: 168,
 * trace: {file: last-week.csv}, requests: {demand: 80ms}}}.
 */
final class TrafficHistory {
  private static final Notation<Integer> HOURS =
      Notations.WHOLE
          .where(hours -> hours >= 1 && hours <= 14 * 24, "a whole number from 1 to 336")
          .map(Math::toIntExact);

  private static final int PERCENT = 100;
  private static final int SECONDS_A_MINUTE = 60;

  private TrafficHistory() {}

  /** Returns the load of each hour, oldest first. */
  static Stream<Double> read(Section section, MetricPair pair, AutoScalingGroupSpec group) {
    int hours = section.require("hours", HOURS).orElse(1);
    RequestProfile requests = RequestSection.read(section);
    Optional<Workload> traffic = new WorkloadKinds(Set.of("hours", "requests")).read(section);
    double each = loadOfOneRequestASecond(section, pair, requests, group);
    return traffic.map(workload -> hourly(workload, hours)).orElse(List.of()).stream()
        .map(rate -> rate * each);
  }

  private static List<Double> hourly(Workload workload, int hours) {
    List<Double> rates = new ArrayList<>();
    for (int hour = 0; hour < hours; hour++) {
      double sum = 0;
      for (int minute = 0; minute < 60; minute++) {
        sum += workload.requestsPerSecond(hour * SimTime.HOUR + minute * SimTime.MINUTE);
      }
      rates.add(sum / 60);
    }
    return rates;
  }

  /** The unit of the history is that of the pair's load, as a mean minute. */
  private static double loadOfOneRequestASecond(
      Section section, MetricPair pair, RequestProfile requests, AutoScalingGroupSpec group) {
    if (pair.equals(MetricPair.REQUEST_COUNT)) {
      return SECONDS_A_MINUTE;
    }
    if (pair.equals(MetricPair.CPU_UTILIZATION)) {
      int vCpus = group.launchConfiguration().type().vCpus();
      return PERCENT * requests.demand().mean() / vCpus;
    }
    if (pair.equals(MetricPair.NETWORK_IN)) {
      return SECONDS_A_MINUTE * (double) requests.requestBytes();
    }
    if (pair.equals(MetricPair.NETWORK_OUT)) {
      return SECONDS_A_MINUTE * (double) requests.responseBytes();
    }
    section.problem(
        "of traffic needs a predefined metric pair; allowed: a list of hourly loads in the unit of "
            + pair);
    return 1;
  }
}
